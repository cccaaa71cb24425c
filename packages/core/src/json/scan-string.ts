import { JsonFault, shownCharacter } from "./fault.ts";

const ESCAPE = /["\\/bfnrt]/;
const FOUR_HEX = /^[0-9a-fA-F]{4}$/;

/**
 * Walks over one string that begins at `start` with its quote (RFC 8259 section 7); returns the offset after it.
 * Refuses what RFC 7493 (I-JSON) refuses too: escapes of lone surrogates.
 */
export function scanString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) throw new JsonFault("HP-READ-SYNTAX", `${shownCharacter(text, at)} stands bare in a string`, at);
    if (code >= 0xd800 && code <= 0xdfff) at = scanPair(text, at);
    else at = code === 0x5c ? scanEscape(text, at) : at + 1;
  }
  throw truncated(text);
}

function scanPair(text: string, start: number): number {
  const code = text.codePointAt(start) ?? 0;
  if (code > 0xffff) return start + 2;
  throw new JsonFault("HP-READ-ENCODING", `${shownCharacter(text, start)} is half a character`, start);
}

function scanEscape(text: string, start: number): number {
  const letter = text[start + 1];
  if (letter === undefined) throw truncated(text);
  if (letter !== "u") {
    if (ESCAPE.test(letter)) return start + 2;
    throw new JsonFault("HP-READ-SYNTAX", `a backslash before ${shownCharacter(text, start + 1)} is no escape`, start);
  }
  const code = hex(text, start);
  if (code < 0xd800 || code > 0xdfff) return start + 6;
  const paired = code < 0xdc00 && text.startsWith("\\u", start + 6) ? hex(text, start + 6) : 0;
  if (paired >= 0xdc00 && paired <= 0xdfff) return start + 12;
  throw new JsonFault("HP-READ-ENCODING", `${text.slice(start, start + 6)} is half a character`, start);
}

function hex(text: string, start: number): number {
  const digits = text.slice(start + 2, start + 6);
  if (FOUR_HEX.test(digits)) return Number.parseInt(digits, 16);
  if (start + 2 + digits.length === text.length && /^[0-9a-fA-F]*$/.test(digits)) {
    throw truncated(text);
  }
  throw new JsonFault("HP-READ-SYNTAX", "\\u is not followed by four hexadecimal digits", start);
}

function truncated(text: string): JsonFault {
  return new JsonFault("HP-READ-TRUNCATED", "the file ends in the middle of a string", text.length);
}
