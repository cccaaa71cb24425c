import { XML_ATTRIBUTES_MAX, XML_VALUE_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { CLASS, CONTROL, NAME, NAME_START, SPACE } from "./characters.ts";
import type { XmlDocument } from "./fail.ts";
import { failXml } from "./fail.ts";
import type { XmlNames } from "./names.ts";
import { checkReference, replaceControls, resolveReferences } from "./references.ts";

const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LESS = 0x3c;
const AMPERSAND = 0x26;

/** The attributes of one start tag: checked at once, decoded when asked for. */
export class XmlAttributes {
  readonly #document: XmlDocument;
  readonly #names: XmlNames;
  readonly #lenient: boolean;
  readonly #keys: string[] = [];
  readonly #ranges: Int32Array = new Int32Array(XML_ATTRIBUTES_MAX * 2);
  #count = 0;

  constructor(document: XmlDocument, names: XmlNames, lenient: boolean) {
    this.#document = document;
    this.#names = names;
    this.#lenient = lenient;
  }

  get count(): number {
    return this.#count;
  }

  /** Name of the n-th attribute, in document order. */
  nameAt(index: number): string {
    return this.#keys[index] ?? "";
  }

  /** Normalised value (XML 1.0, section 3.3.3), or null when the element has no such attribute. */
  get(name: string): string | null {
    for (let index = 0; index < this.#count; index += 1) {
      if (this.#keys[index] === name) return this.valueAt(index);
    }
    return null;
  }

  valueAt(index: number): string {
    const start = this.#ranges[index * 2] ?? 0;
    const end = this.#ranges[index * 2 + 1] ?? 0;
    const raw = this.#document.bytes.toString("utf8", start, end).replace(/\r\n|[\t\n\r]/g, " ");
    return resolveReferences(this.#lenient ? replaceControls(raw) : raw);
  }

  /** Reads from after the element's name up to `>` or `/`; returns that offset. */
  read(start: number): number {
    const { bytes } = this.#document;
    this.#count = 0;
    let at = start;
    for (;;) {
      const before = at;
      while (CLASS[bytes[at] ?? 0] === SPACE) at += 1;
      const byte = bytes[at];
      if (byte === undefined) failXml(this.#document, "HP-READ-TRUNCATED", "the file ends inside a tag", at);
      if (byte === 0x3e || byte === 0x2f) return at;
      if (before === at) failXml(this.#document, "HP-READ-SYNTAX", "white space is missing before this", at);
      at = this.#one(at);
    }
  }

  #one(start: number): number {
    const { bytes } = this.#document;
    let at = start;
    if (((CLASS[bytes[at] ?? 0] ?? 0) & NAME_START) === 0) {
      failXml(this.#document, "HP-READ-SYNTAX", "not a name of an attribute", at);
    }
    while (((CLASS[bytes[at] ?? 0] ?? 0) & NAME) !== 0) at += 1;
    const name = this.#names.at(start, at);
    this.#refuseAgain(name, start);
    while (CLASS[bytes[at] ?? 0] === SPACE) at += 1;
    if (bytes[at] !== EQUALS) this.#expected("=", at);
    at += 1;
    while (CLASS[bytes[at] ?? 0] === SPACE) at += 1;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) this.#expected("a quoted value", at);
    const end = this.#value(at + 1, quote);
    this.#keys[this.#count] = name;
    this.#ranges[this.#count * 2] = at + 1;
    this.#ranges[this.#count * 2 + 1] = end;
    this.#count += 1;
    return end + 1;
  }

  #value(start: number, quote: number): number {
    const { bytes } = this.#document;
    const end = bytes.indexOf(quote, start);
    const until = end === -1 ? bytes.length : end;
    if (until - start > XML_VALUE_SIZE_BYTES_MAX) {
      failXml(this.#document, "HP-READ-TOO-LARGE", "the value of an attribute is longer than 16 MiB", start);
    }
    for (let at = start; at < until; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === LESS) failXml(this.#document, "HP-READ-SYNTAX", "`<` in the value of an attribute", at);
      if (byte === AMPERSAND) at = reference(this.#document, at, until, this.#lenient) - 1;
      else if (!this.#lenient && isForbidden(bytes, at, byte)) forbidden(this.#document, at);
    }
    if (end === -1) failXml(this.#document, "HP-READ-TRUNCATED", "the file ends inside a value", start);
    return end;
  }

  #refuseAgain(name: string, at: number): void {
    if (this.#count === XML_ATTRIBUTES_MAX) {
      failXml(this.#document, "HP-READ-TOO-LARGE", `more than ${XML_ATTRIBUTES_MAX} attributes`, at);
    }
    for (let index = 0; index < this.#count; index += 1) {
      if (this.#keys[index] === name) {
        failXml(this.#document, "HP-READ-DUPLICATE-KEY", `the attribute ${name} stands twice`, at);
      }
    }
  }

  #expected(what: string, at: number): never {
    const cut = at >= this.#document.bytes.length;
    return failXml(this.#document, cut ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", `expected ${what}`, at);
  }
}

/** Offset after the reference at `at`; throws when it is refused. */
export function reference(document: XmlDocument, at: number, end: number, lenient: boolean): number {
  const checked = checkReference(document.bytes, at, end, lenient);
  if ("end" in checked) return checked.end;
  if (checked.problem === "entity") {
    return failXml(document, "HP-READ-ENTITY", "an entity that is not one of the five predefined ones", at);
  }
  const code = checked.problem === "truncated" ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX";
  return failXml(document, code, "`&` begins no reference", at);
}

/** Control characters, and U+FFFE and U+FFFF. */
export function isForbidden(bytes: Buffer, at: number, byte: number): boolean {
  if (CLASS[byte] === CONTROL) return true;
  return byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe;
}

export function forbidden(document: XmlDocument, at: number): never {
  return failXml(document, "HP-READ-SYNTAX", "a character that XML does not allow", at);
}
