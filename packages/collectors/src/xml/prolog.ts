import { failXml } from "./fail.ts";
import type { XmlDocument } from "./fail.ts";

const VERSION = String.raw`\s+version\s*=\s*(["'])1\.[0-9]+\1`;
const ENCODING = String.raw`(?:\s+encoding\s*=\s*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?`;
const STANDALONE = String.raw`(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?`;
const DECLARATION = new RegExp(String.raw`^${VERSION}${ENCODING}${STANDALONE}\s*$`);

/** Checks `<?xml …?>` (XML 1.0, production 23); `start` is after `<?xml`, `end` before `?>`. */
export function checkDeclaration(document: XmlDocument, start: number, end: number): void {
  if (!DECLARATION.test(document.bytes.toString("latin1", start, end))) {
    failXml(document, "HP-READ-SYNTAX", "the XML declaration is malformed", start);
  }
}

const DOCTYPE_SIZE_BYTES_MAX = 4_096;
const DOCTYPE = /^<!DOCTYPE\s+[^\s[\]<>"']+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*'))?\s*>/;

/**
 * Steps over a document type that only names an external subset, which is never fetched.
 * Returns the offset after it. An internal subset could declare entities: `HP-READ-ENTITY`.
 */
export function skipDoctype(document: XmlDocument, start: number): number {
  const text = document.bytes.toString("latin1", start, start + DOCTYPE_SIZE_BYTES_MAX);
  const found = DOCTYPE.exec(text) ?? HTML.exec(text);
  if (found !== null) return start + found[0].length;
  const bracket = text.indexOf("[");
  const close = text.indexOf(">");
  if (bracket !== -1 && (close === -1 || bracket < close)) {
    failXml(document, "HP-READ-ENTITY", "the document type has an internal subset", start + bracket);
  }
  const cut = close === -1 && start + text.length === document.bytes.length;
  return failXml(document, cut ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", "the document type is malformed", start);
}

/** Pages are let past here so that their root element can say what they are. */
const HTML = /^<!doctype\s+html[^[<>]*>/i;
