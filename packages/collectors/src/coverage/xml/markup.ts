import { CLASS, CONTROL, NAME, NAME_START, SPACE } from "../../xml/characters.ts";
import { refuseForbidden } from "./tag.ts";
import type { XmlWindow } from "./window.ts";

/** What begins with `<?` or `<!`. */
export interface XmlMarkup {
  readonly kind: "declaration" | "instruction" | "comment" | "cdata" | "doctype";
  /** Offset after it. */
  readonly end: number;
  readonly text: () => string;
}

export interface MarkupPlace {
  /** Nothing stands before it in the document. */
  readonly isFirst: boolean;
  /** An element is open. */
  readonly isInside: boolean;
  /** A document type may stand here. */
  readonly mayDeclare: boolean;
}

const QUESTION = 0x3f;

/** Reads markup that is no tag; null when the window ends before it does. */
export function skipMarkup(window: XmlWindow, at: number, place: MarkupPlace): XmlMarkup | null {
  if (window.bytes[at + 1] === QUESTION) return instruction(window, at, place);
  const head = window.bytes.toString("latin1", at, Math.min(at + 9, window.end));
  if (head.startsWith("<!--")) return comment(window, at);
  if (head === "<![CDATA[") return cdata(window, at, place);
  if (head.toUpperCase() === "<!DOCTYPE") return doctype(window, at, place);
  if (at + 9 > window.end && ["<!--", "<![CDATA[", "<!DOCTYPE", "<!doctype"].some((whole) => whole.startsWith(head))) {
    return null;
  }
  return window.fail("HP-READ-SYNTAX", "unknown markup after `<!`", at);
}

function markup(window: XmlWindow, kind: XmlMarkup["kind"], range: readonly [number, number, number]): XmlMarkup {
  const [start, stop, end] = range;
  for (let at = start; at < stop; at += 1) {
    const byte = window.bytes[at] ?? 0;
    if (byte === 0xef || CLASS[byte] === CONTROL) refuseForbidden(window, at, byte);
  }
  window.countLines(window.tokenAt, end);
  return { kind, end, text: () => window.bytes.toString("utf8", start, stop).replace(/\r\n?/g, "\n") };
}

/** Offset of a byte sequence at or after `from` inside the window; -1 when it is not there. */
function find(window: XmlWindow, sequence: string, from: number): number {
  return from > window.end ? -1 : window.bytes.subarray(0, window.end).indexOf(sequence, from, "latin1");
}

function comment(window: XmlWindow, at: number): XmlMarkup | null {
  const end = find(window, "--", at + 4);
  if (end === -1 || end + 2 >= window.end) return null;
  if (window.bytes[end + 2] !== 0x3e) window.fail("HP-READ-SYNTAX", "`--` inside a comment", end);
  return markup(window, "comment", [at + 4, end, end + 3]);
}

function cdata(window: XmlWindow, at: number, place: MarkupPlace): XmlMarkup | null {
  if (!place.isInside) window.fail("HP-READ-SYNTAX", "text outside of the root element", at);
  const end = find(window, "]]>", at + 9);
  return end === -1 ? null : markup(window, "cdata", [at + 9, end, end + 3]);
}

function instruction(window: XmlWindow, at: number, place: MarkupPlace): XmlMarkup | null {
  const end = find(window, "?>", at + 2);
  if (end === -1) return null;
  let nameEnd = at + 2;
  if (((CLASS[window.bytes[nameEnd] ?? 0] ?? 0) & NAME_START) === 0) {
    window.fail("HP-READ-SYNTAX", "not a name of a processing instruction", nameEnd);
  }
  while (((CLASS[window.bytes[nameEnd] ?? 0] ?? 0) & NAME) !== 0) nameEnd += 1;
  const isBare = nameEnd === end;
  if (!isBare && CLASS[window.bytes[nameEnd] ?? 0] !== SPACE) window.fail("HP-READ-SYNTAX", "expected `?>`", nameEnd);
  const target = window.bytes.toString("latin1", at + 2, nameEnd);
  if (target.toLowerCase() !== "xml") return markup(window, "instruction", [nameEnd, end, end + 2]);
  if (target !== "xml" || !place.isFirst) {
    window.fail("HP-READ-SYNTAX", "an XML declaration in the middle", at);
  }
  checkDeclaration(window, nameEnd, end);
  return markup(window, "declaration", [nameEnd, end, end + 2]);
}

const VERSION = String.raw`\s+version\s*=\s*(["'])1\.[0-9]+\1`;
const ENCODING = String.raw`(?:\s+encoding\s*=\s*(["'])(?<encoding>[A-Za-z][A-Za-z0-9._-]*)\2)?`;
const STANDALONE = String.raw`(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?`;
const DECLARATION = new RegExp(String.raw`^${VERSION}${ENCODING}${STANDALONE}\s*$`);
const UTF8 = /^(?:utf-?8|(?:us-)?ascii)$/i;

function checkDeclaration(window: XmlWindow, start: number, end: number): void {
  const found = DECLARATION.exec(window.bytes.toString("latin1", start, end));
  if (found === null) window.fail("HP-READ-SYNTAX", "the XML declaration is malformed", start);
  const encoding = found.groups?.["encoding"];
  if (encoding === undefined || UTF8.test(encoding)) return;
  window.fail("HP-READ-ENCODING", `only UTF-8 is read, and this declares ${encoding}`, start);
}

const DOCTYPE_SIZE_BYTES_MAX = 4_096;
const DOCTYPE = /^<!DOCTYPE\s+[^\s[\]<>"']+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*'))?\s*>/;
const HTML = /^<!doctype\s+html[\s>]/i;

/** A document type may name an external subset, which is never fetched; one of its own could declare entities. */
function doctype(window: XmlWindow, at: number, place: MarkupPlace): XmlMarkup | null {
  const head = window.bytes.toString("latin1", at, Math.min(window.end, at + DOCTYPE_SIZE_BYTES_MAX));
  if (HTML.test(head)) window.fail("HP-READ-NOT-THE-FORMAT", "this is an HTML page", at);
  if (!place.mayDeclare) window.fail("HP-READ-SYNTAX", "a document type in the middle", at);
  const found = DOCTYPE.exec(head);
  if (found !== null) return markup(window, "doctype", [at, at + found[0].length, at + found[0].length]);
  const plain = head.replace(/"[^"]*"|'[^']*'/g, (quoted) => " ".repeat(quoted.length));
  const special = /[[>]/.exec(plain.replace(/["'].*$/s, ""));
  if (special?.[0] === "[") {
    window.fail("HP-READ-ENTITY", "the document type has an internal subset", at + special.index);
  }
  if (special === null && head.length < DOCTYPE_SIZE_BYTES_MAX) return null;
  return window.fail("HP-READ-SYNTAX", "the document type is malformed", at);
}
