import type { LoadFormatReader } from "../format.ts";
import { readOwn } from "./read.ts";

/** What `holdpoint load run --json` prints. */
export const holdpoint: LoadFormatReader = {
  format: "holdpoint",
  looksLike: (head) =>
    /^\ufeff?\s*\{\s*"(?:achieved|schema)"\s*:/.test(head) && /"holdpoint\/load(?:-artifact)?\/v1"/.test(head),
  read: readOwn,
};
