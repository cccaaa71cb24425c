import type { Location } from "@holdpoint/core";

/** A place in a file; a line that no file can have is left out, so that a wrong report cannot spoil the answer. */
export function place(file: string, line: number, text: string): Location {
  return Number.isSafeInteger(line) && line >= 1 ? { file, line, text } : { file, text };
}
