import { checkReference } from "../../xml/references.ts";
import type { XmlWindow } from "./window.ts";

/** Something that the window cuts off: it is read again when more has come. */
export const CUT = -1;

/** Longest reference that is looked at, in bytes; `&#x10FFFF;` needs 10. */
const REFERENCE_SIZE_BYTES_MAX = 64;
const SEMICOLON = 0x3b;
/** White space, quotes, `<` and `&`. */
const NOT_WITHIN: readonly number[] = [0x20, 0x09, 0x0a, 0x0d, 0x22, 0x27, 0x3c, 0x26];

/** Offset after the reference at an `&`, or `CUT`. Throws `HP-READ-ENTITY` for all but the five predefined entities. */
export function referenceEnd(window: XmlWindow, begin: number): number {
  const { bytes, end } = window;
  const until = begin + REFERENCE_SIZE_BYTES_MAX;
  for (let at = begin + 1; at < until; at += 1) {
    if (at >= end) return CUT;
    const byte = bytes[at] ?? 0;
    if (byte === SEMICOLON) return checked(window, begin, at + 1);
    if (NOT_WITHIN.includes(byte)) break;
  }
  return window.fail("HP-READ-SYNTAX", "`&` begins no reference", begin);
}

function checked(window: XmlWindow, begin: number, end: number): number {
  const found = checkReference(window.bytes, begin, end, false);
  if ("end" in found) return found.end;
  if (found.problem === "entity") {
    window.fail("HP-READ-ENTITY", "an entity that is not one of the five predefined ones", begin);
  }
  return window.fail("HP-READ-SYNTAX", "`&` begins no reference", begin);
}
