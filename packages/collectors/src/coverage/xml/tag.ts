import { CLASS, CONTROL, NAME, NAME_START, SPACE } from "../../xml/characters.ts";
import { resolveReferences } from "../../xml/references.ts";
import { XML_ATTRIBUTES_MAX } from "../../reading/limits.ts";
import type { NameTable } from "./names.ts";
import { hashStep, XML_NAMES_MAX } from "./names.ts";
import { CUT, referenceEnd } from "./reference.ts";
import type { XmlWindow } from "./window.ts";

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const LINE_FEED = 0x0a;

/** Bytes of a value that have to be looked at. */
const STOPS: Uint8Array = stops();

/**
 * One start tag with its attributes, as ranges of the window: nothing becomes a string unless it is asked for. What
 * it holds is valid until the next tag is read.
 */
export class XmlTag {
  readonly window: XmlWindow;
  /** Number of the element's name. */
  name = 0;
  /** Ends in `/>`. */
  isEmpty = false;
  readonly #names: NameTable;
  readonly #starts: Int32Array = new Int32Array(XML_ATTRIBUTES_MAX);
  readonly #ends: Int32Array = new Int32Array(XML_ATTRIBUTES_MAX);
  readonly #isPlain: Uint8Array = new Uint8Array(XML_ATTRIBUTES_MAX);
  readonly #keys: Int32Array = new Int32Array(XML_ATTRIBUTES_MAX);
  /** By name: the tag that had it last, and at which place. */
  readonly #seenIn: Float64Array = new Float64Array(XML_NAMES_MAX);
  readonly #slots: Int32Array = new Int32Array(XML_NAMES_MAX);
  /**
   * By name of an attribute, or by name of an element plus `XML_NAMES_MAX`: the attribute that came next the last
   * time, plus 1. Tags of a report are much alike, so a look at its bytes is mostly enough.
   */
  readonly #next: Int32Array = new Int32Array(XML_NAMES_MAX * 2);
  #last = 0;
  #count = 0;
  #serial = 0;

  constructor(window: XmlWindow, names: NameTable) {
    this.window = window;
    this.#names = names;
  }

  /** Place of an attribute in the tag; -1 when the tag lacks it. */
  find(name: number): number {
    return this.#seenIn[name] === this.#serial ? (this.#slots[name] ?? -1) : -1;
  }

  start(slot: number): number {
    return this.#starts[slot] ?? 0;
  }

  end(slot: number): number {
    return this.#ends[slot] ?? 0;
  }

  /** Names of the attributes, in their order. */
  attributeNames(): string[] {
    return [...this.#keys.subarray(0, this.#count)].map((name) => this.#names.text(name));
  }

  /** Normalised value (XML 1.0, section 3.3.3); null when the tag lacks the attribute. */
  text(name: number): string | null {
    const slot = this.find(name);
    if (slot === -1) return null;
    const raw = this.window.bytes.toString("utf8", this.#starts[slot], this.#ends[slot]);
    return this.#isPlain[slot] === 1 ? raw : resolveReferences(raw.replace(/\r\n|[\t\n\r]/g, " "));
  }

  /** Reads the tag at the `<` of an offset; returns the offset after it, or `CUT` when the window ends before. */
  read(begin: number): number {
    const { bytes, end } = this.window;
    this.#count = 0;
    this.#serial += 1;
    let at = begin + 1;
    let hash = 0;
    let byte = bytes[at] ?? 0;
    if (((CLASS[byte] ?? 0) & NAME_START) === 0) {
      return at >= end ? CUT : this.window.fail("HP-READ-SYNTAX", "not a name of an element", at);
    }
    while (((CLASS[byte] ?? 0) & NAME) !== 0) {
      hash = hashStep(hash, byte);
      at += 1;
      byte = bytes[at] ?? 0;
    }
    if (at >= end) return CUT;
    this.name = this.#named(begin + 1, at, hash);
    this.#last = this.name + XML_NAMES_MAX;
    for (;;) {
      const before = at;
      while (CLASS[byte] === SPACE) {
        if (byte === LINE_FEED) this.window.newLine(at);
        at += 1;
        byte = bytes[at] ?? 0;
      }
      if (byte === GREATER || byte === SLASH) return this.#close(at, byte);
      if (at >= end) return CUT;
      if (at === before) this.window.fail("HP-READ-SYNTAX", "white space is missing before this", at);
      at = this.#attribute(at);
      if (at === CUT) return CUT;
      byte = bytes[at] ?? 0;
    }
  }

  #close(at: number, byte: number): number {
    this.isEmpty = byte === SLASH;
    if (byte === GREATER) return at + 1;
    if (at + 1 >= this.window.end) return CUT;
    if (this.window.bytes[at + 1] !== GREATER) this.window.fail("HP-READ-SYNTAX", "expected `>` after `/`", at + 1);
    return at + 2;
  }

  #attribute(start: number): number {
    const { bytes } = this.window;
    const guess = (this.#next[this.#last] ?? 0) - 1;
    const end = guess === -1 ? -1 : this.#names.endAt(guess, bytes, start);
    if (end !== -1 && bytes[end] === EQUALS && bytes[end + 1] === QUOTE) {
      this.#last = guess;
      return this.#value(guess, start, end + 2, QUOTE);
    }
    return this.#otherAttribute(start);
  }

  #otherAttribute(start: number): number {
    const { bytes, end } = this.window;
    let at = start;
    let hash = 0;
    let byte = bytes[at] ?? 0;
    if (((CLASS[byte] ?? 0) & NAME_START) === 0) this.window.fail("HP-READ-SYNTAX", "not a name of an attribute", at);
    while (((CLASS[byte] ?? 0) & NAME) !== 0) {
      hash = hashStep(hash, byte);
      at += 1;
      byte = bytes[at] ?? 0;
    }
    if (at >= end) return CUT;
    const nameEnd = at;
    if (byte !== EQUALS) at = this.#spaces(at);
    if (at >= end) return CUT;
    if (bytes[at] !== EQUALS) this.window.fail("HP-READ-SYNTAX", "expected =", at);
    at += 1;
    byte = bytes[at] ?? 0;
    if (byte !== QUOTE) {
      at = this.#spaces(at);
      byte = bytes[at] ?? 0;
      if (at >= end) return CUT;
      if (byte !== QUOTE && byte !== APOSTROPHE) this.window.fail("HP-READ-SYNTAX", "expected a quoted value", at);
    }
    const name = this.#named(start, nameEnd, hash);
    this.#next[this.#last] = name + 1;
    this.#last = name;
    return this.#value(name, start, at + 1, byte);
  }

  #value(name: number, nameStart: number, start: number, quote: number): number {
    const { bytes } = this.window;
    let at = start;
    let isPlain = 1;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (STOPS[byte] === 0) {
        at += 1;
        byte = bytes[at] ?? 0;
      }
      if (byte === quote) break;
      at = this.#special(at, byte);
      if (at === CUT) return CUT;
      isPlain = 0;
    }
    const slot = this.#count;
    if (this.#seenIn[name] === this.#serial) {
      this.window.fail("HP-READ-DUPLICATE-KEY", `the attribute ${this.#names.text(name)} stands twice`, nameStart);
    }
    if (slot === XML_ATTRIBUTES_MAX) {
      this.window.fail("HP-READ-TOO-LARGE", `more than ${XML_ATTRIBUTES_MAX} attributes`, nameStart);
    }
    this.#seenIn[name] = this.#serial;
    this.#slots[name] = slot;
    this.#starts[slot] = start;
    this.#ends[slot] = at;
    this.#isPlain[slot] = isPlain;
    this.#keys[slot] = name;
    this.#count = slot + 1;
    return at + 1;
  }

  /** What stands in a value besides plain characters; returns the offset after it. */
  #special(at: number, byte: number): number {
    const { window } = this;
    if (byte === QUOTE || byte === APOSTROPHE) return at + 1;
    if (at >= window.end) return CUT;
    if (byte === AMPERSAND) return referenceEnd(window, at);
    if (byte === LESS) window.fail("HP-READ-SYNTAX", "`<` in the value of an attribute", at);
    if (byte === LINE_FEED) window.newLine(at);
    if (byte === 0xef && at + 2 >= window.end) return CUT;
    refuseForbidden(window, at, byte);
    return at + 1;
  }

  #spaces(start: number): number {
    const { bytes } = this.window;
    let at = start;
    for (let byte = bytes[at] ?? 0; CLASS[byte] === SPACE; byte = bytes[at] ?? 0) {
      if (byte === LINE_FEED) this.window.newLine(at);
      at += 1;
    }
    return at;
  }

  #named(start: number, end: number, hash: number): number {
    const name = this.#names.find(this.window.bytes, start, end, hash);
    if (name === -1) this.window.fail("HP-READ-SYNTAX", "a character that no name may hold", start);
    if (name === -2) this.window.fail("HP-READ-TOO-LARGE", `more than ${XML_NAMES_MAX} different names`, start);
    return name;
  }
}

/** Control characters, and U+FFFE and U+FFFF. */
export function refuseForbidden(window: XmlWindow, at: number, byte: number): void {
  if (byte === 0) window.fail("HP-READ-ENCODING", "a NUL byte: this is no text file", at);
  const isNone = byte === 0xef && window.bytes[at + 1] === 0xbf && (window.bytes[at + 2] ?? 0) >= 0xbe;
  if (CLASS[byte] === CONTROL || isNone) {
    window.fail("HP-READ-SYNTAX", "a character that XML does not allow", at);
  }
}

function stops(): Uint8Array {
  const table = new Uint8Array(256);
  table.fill(1, 0, 0x20);
  for (const byte of [QUOTE, APOSTROPHE, LESS, AMPERSAND, 0xef]) table[byte] = 1;
  return table;
}
