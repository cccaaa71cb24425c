import type { ErrorCode } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";

const KEY_CHARS_MAX = 40;

/** The place at which bytes stop being what they should be; a reader adds file, line and column. */
export class JsonFault extends Error {
  readonly code: ErrorCode;
  /** In bytes. */
  readonly offset: number;

  constructor(code: ErrorCode, detail: string, offset: number) {
    super(detail);
    this.code = code;
    this.offset = offset;
  }
}

/** A byte as it may be shown: `"x"`, or its number where it would not be seen. */
export function shownByte(byte: number | undefined): string {
  if (byte === undefined) return "the end of the file";
  return byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `0x${byte.toString(16).padStart(2, "0")}`;
}

/** A byte that is not the one that must stand there. */
export function misplaced(byte: number | undefined, wanted: string, offset: number): JsonFault {
  return new JsonFault("HP-READ-SYNTAX", `${shownByte(byte)} stands where ${wanted} must be`, offset);
}

/** A key that its object has already. */
export function twice(key: string, offset: number): JsonFault {
  const detail = `the key ${JSON.stringify(clip(key, KEY_CHARS_MAX))} is there twice`;
  return new JsonFault("HP-READ-DUPLICATE-KEY", detail, offset);
}
