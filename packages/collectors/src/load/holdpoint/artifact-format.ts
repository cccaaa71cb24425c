import type { LoadFormatReader } from "../format.ts";
import { readArtifact } from "./read-artifact.ts";

/** `load-<time>.jsonl` that `holdpoint load run` leaves. */
export const holdpoint: LoadFormatReader = {
  format: "holdpoint",
  looksLike: (head) => /^\ufeff?\s*\{\s*"schema"\s*:\s*"holdpoint\/load-artifact\//.test(head),
  read: (bytes, file) => readArtifact(bytes, file, []).body,
  readStored: readArtifact,
};
