import type { ErrorCode } from "../errors/registry.ts";

/** The first place at which a text stops being strict JSON. */
export class JsonFault extends Error {
  readonly code: ErrorCode;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;

  constructor(code: ErrorCode, detail: string, offset: number) {
    super(detail);
    this.code = code;
    this.offset = offset;
  }
}

/** A character as it may be shown: `"x"`, or its number where it would not be seen. */
export function shownCharacter(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const visible = code > 0x20 && code < 0x7f;
  return visible ? `"${String.fromCodePoint(code)}"` : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
