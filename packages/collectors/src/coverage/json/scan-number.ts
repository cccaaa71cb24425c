import { JsonFault, shownByte } from "./fault.ts";

const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;

/** Walks over one number (RFC 8259 section 6); returns the offset after it. */
export function scanNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  at = bytes[at] === ZERO ? at + 1 : digits(bytes, at);
  if (bytes[at] === POINT) at = digits(bytes, at + 1);
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    const sign = bytes[at + 1];
    at = digits(bytes, sign === PLUS || sign === MINUS ? at + 2 : at + 1);
  }
  if (isDigit(bytes[at])) throw new JsonFault("HP-READ-SYNTAX", "a digit follows after a leading zero", at);
  return at;
}

/** At least one digit. */
function digits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  if (at > start) return at;
  if (at >= bytes.length) throw new JsonFault("HP-READ-TRUNCATED", "the file ends in the middle of a number", at);
  throw new JsonFault("HP-READ-SYNTAX", `${shownByte(bytes[at])} stands where a number needs a digit`, at);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
