import { JsonFault, shownByte } from "./fault.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SHORT_ESCAPES: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));
const ESCAPE_U = 0x75;

/**
 * Walks over one string (RFC 8259 section 7) from behind its quote; the offset of its closing quote, or that offset
 * made negative with `~` when there are escapes in it.
 */
export function scanString(bytes: Uint8Array, start: number): number {
  let hasEscapes = false;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return hasEscapes ? ~at : at;
    if (byte === BACKSLASH) {
      hasEscapes = true;
      at = scanEscape(bytes, at) - 1;
    } else if (byte < 0x20) {
      throw new JsonFault("HP-READ-SYNTAX", `${shownByte(byte)} stands bare in a string`, at);
    }
  }
  throw truncated(bytes);
}

/** Offset behind the escape; a pair of surrogates is one, a lone one is refused (RFC 7493 section 2.1). */
function scanEscape(bytes: Uint8Array, at: number): number {
  const letter = bytes[at + 1];
  if (letter === undefined) throw truncated(bytes);
  if (letter !== ESCAPE_U) {
    if (SHORT_ESCAPES.has(letter)) return at + 2;
    throw new JsonFault("HP-READ-SYNTAX", `a backslash before ${shownByte(letter)} is no escape`, at);
  }
  const unit = fourHex(bytes, at);
  if (unit < 0xd800 || unit > 0xdfff) return at + 6;
  const isPair = unit < 0xdc00 && bytes[at + 6] === BACKSLASH && bytes[at + 7] === ESCAPE_U;
  const second = isPair ? fourHex(bytes, at + 6) : 0;
  if (second >= 0xdc00 && second <= 0xdfff) return at + 12;
  throw new JsonFault("HP-READ-ENCODING", `\\u${unit.toString(16)} is half a character`, at);
}

function fourHex(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let next = at + 2; next < at + 6; next += 1) {
    if (next >= bytes.length) throw truncated(bytes);
    const digit = Number.parseInt(String.fromCharCode(bytes[next] ?? 0), 16);
    if (Number.isNaN(digit)) {
      throw new JsonFault("HP-READ-SYNTAX", "\\u is not followed by four hexadecimal digits", at);
    }
    value = value * 16 + digit;
  }
  return value;
}

function truncated(bytes: Uint8Array): JsonFault {
  return new JsonFault("HP-READ-TRUNCATED", "the file ends in the middle of a string", bytes.length);
}
