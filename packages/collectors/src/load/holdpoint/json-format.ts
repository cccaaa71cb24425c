import type { LoadFormatReader } from "../format.ts";
import { readOwn } from "./read.ts";

/** What `holdpoint load run --json` prints. */
export const holdpointJson: LoadFormatReader = {
  format: "holdpoint-json",
  looksLike: (head) => /^\ufeff?\s*\{\s*"(?:achieved|schema)"\s*:/.test(head) && /"holdpoint\/load\/v1"/.test(head),
  read: readOwn,
};
