import { resolveReferences } from "../../xml/references.ts";
import { CUT, referenceEnd } from "./reference.ts";
import { refuseForbidden } from "./tag.ts";
import type { XmlWindow } from "./window.ts";

const LINE_FEED = 0x0a;
const AMPERSAND = 0x26;
const LESS = 0x3c;
const BRACKET = 0x5d;

/** The text from an offset to the next `<`, decoded when it is wanted; null when the window ends before. */
export function readText(
  window: XmlWindow,
  begin: number,
  isWanted: boolean,
): { readonly value: string; readonly end: number } | null {
  const { bytes, end } = window;
  let at = begin;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === LESS) return { value: isWanted ? decoded(window, begin, at) : "", end: at };
    if (byte === AMPERSAND) {
      at = referenceEnd(window, at);
      if (at === CUT) return null;
      continue;
    }
    if (byte === 0xef && at + 2 >= end) return null;
    if (byte === LINE_FEED) window.newLine(at);
    else if (byte < 0x20 || byte === 0xef) refuseForbidden(window, at, byte);
    else if (byte === BRACKET && isSectionEnd(window, at)) {
      window.fail("HP-READ-SYNTAX", "`]]>` outside of a CDATA section", at);
    }
    at += 1;
  }
  return null;
}

function isSectionEnd({ bytes, end }: XmlWindow, at: number): boolean {
  return at + 2 < end && bytes[at + 1] === BRACKET && bytes[at + 2] === 0x3e;
}

function decoded(window: XmlWindow, begin: number, end: number): string {
  return resolveReferences(window.bytes.toString("utf8", begin, end).replace(/\r\n?/g, "\n"));
}
