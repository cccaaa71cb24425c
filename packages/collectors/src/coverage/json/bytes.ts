export const LINE_FEED = 0x0a;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const OBJECT_BEGINS = 0x7b;
export const OBJECT_ENDS = 0x7d;
export const ARRAY_BEGINS = 0x5b;
export const ARRAY_ENDS = 0x5d;

/** What may stand between the tokens of JSON (RFC 8259 section 2). */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09;
}
