import type { LoadFormatReader } from "../format.ts";
import { readHey } from "./read.ts";

/** What hey prints. */
export const hey: LoadFormatReader = {
  format: "hey",
  looksLike: (head) => /^\s*Summary:\r?\n\s+Total:\s+\S+ secs/.test(head),
  read: readHey,
};
