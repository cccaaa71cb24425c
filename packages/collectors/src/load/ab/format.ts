import type { LoadFormatReader } from "../format.ts";
import { readAb } from "./read.ts";

/** What ab, ApacheBench, prints. */
export const ab: LoadFormatReader = {
  format: "ab",
  looksLike: (head) => /^\s*This is ApacheBench, Version /.test(head),
  read: readAb,
};
