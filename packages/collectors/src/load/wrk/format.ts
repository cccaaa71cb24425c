import type { LoadFormatReader } from "../format.ts";
import { readWrk } from "./read.ts";

/** What wrk prints, with or without `--latency`. */
export const wrk: LoadFormatReader = {
  format: "wrk",
  looksLike: (head) => /^\s*Running \S+ test @ \S/.test(head),
  read: readWrk,
};
