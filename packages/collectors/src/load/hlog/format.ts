import type { LoadFormatReader } from "../format.ts";
import type { Inflate } from "./read.ts";
import { readHlogLoad } from "./read.ts";

const FIRST = /^\ufeff?(?:#\[|"StartTimestamp"|(?:Tag=[^,\s]+,)?\d+(?:\.\d+)?,\d+(?:\.\d+)?,\d+(?:\.\d+)?,HIST)/;

/** A histogram log of HdrHistogram. */
export function hlog(inflate: Inflate): LoadFormatReader {
  return {
    format: "hlog",
    looksLike: (head) => FIRST.test(head) && /"StartTimestamp"|,HIST[A-Za-z0-9+/]/.test(head),
    read: (bytes, file) => readHlogLoad(bytes, file, inflate),
  };
}
