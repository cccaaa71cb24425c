import { JsonFault } from "./fault.ts";

/** Walks over `true`, `false` or `null`; returns the offset after it. */
export function scanWord(bytes: Uint8Array, start: number, word: "true" | "false" | "null"): number {
  for (let index = 0; index < word.length; index += 1) {
    const byte = bytes[start + index];
    if (byte === word.charCodeAt(index)) continue;
    const isEnd = byte === undefined;
    const detail = isEnd ? `the file ends in the middle of ${word}` : `${word} is misspelled`;
    throw new JsonFault(isEnd ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", detail, start + index);
  }
  return start + word.length;
}
