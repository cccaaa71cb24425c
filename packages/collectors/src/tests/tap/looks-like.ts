import { headText } from "../text-lines.ts";

/** Lines in which runners and package managers may say something before TAP begins. */
const LINES_BEFORE_MAX = 200;
const VERSION = /^TAP version 1[234]\s*$/;
/** `ok` with a tab behind it is what `go test` prints for a person. */
const FIRST = /^(?: {4})*(?:1\.\.[0-9]+(?:\s*#.*)?|(?:not )?ok(?: [0-9]+)?(?: +(?:- *)?[^\s-].*|\s*#.*|))\s*$/;

/** Begins with a version, or, after comments only, with a plan or a test point. */
export function looksLikeTap(head: Uint8Array): boolean {
  const lines = headText(head)
    .replace(/^\ufeff/, "")
    .split(/\r?\n/, LINES_BEFORE_MAX);
  const first = lines.find((line) => line.trim() !== "" && !line.startsWith("#"));
  if (first === undefined || /^\s*[<{[]/.test(first)) return false;
  return FIRST.test(first) || lines.some((line) => VERSION.test(line));
}
