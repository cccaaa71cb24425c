import type { ErrorCode } from "@holdpoint/core";

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
