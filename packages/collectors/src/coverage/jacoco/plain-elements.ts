import { HASH_START, hashCode } from "../counts/interner.ts";
import { Spelling } from "../xml/spelling.ts";
import type { XmlWindow } from "../xml/window.ts";

/** An element is not written as JaCoCo writes it, or the window ends before it does: it is read the general way. */
export const NOT_PLAIN = -1;

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 9;
const LESS = 0x3c;
const GREATER = 0x3e;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
/** So many digits fit every field, and are exact. */
const DIGITS_MAX = 9;
/** Longer names are left to the general way, which knows how long they may be. */
const NAME_SIZE_BYTES_MAX = 16_384;

const LINE = new Spelling('<line nr="');
const MI = new Spelling('" mi="');
const CI = new Spelling('" ci="');
const MB = new Spelling('" mb="');
const CB = new Spelling('" cb="');
const METHOD = new Spelling('<method name="');
const DESC = new Spelling('" desc="');
const FIRST_LINE = new Spelling('" line="');
const COUNTER = new Spelling('<counter type="');
const OF_METHODS = new Spelling('METHOD"');
const MISSED = new Spelling('" missed="');
const COVERED = new Spelling('" covered="');
const METHOD_END = new Spelling("</method>");
const LESS_REFERENCE = new Spelling("&lt;");
const GREATER_REFERENCE = new Spelling("&gt;");

/**
 * Reads whole elements in the one way in which JaCoCo writes them, most of a report. What is right but written in
 * another way, and all that is wrong, is `NOT_PLAIN`, so that nothing is accepted here that is not read alike there.
 */
export class PlainElements {
  /** Number of the line, or of the first line of the method. */
  line = 0;
  missed = 0;
  covered = 0;
  missedBranches = 0;
  coveredBranches = 0;
  /** Of the method's name and descriptor. */
  hash = 0;
  /** What the method's own counter says: 1 covered, 0 missed; `NOT_PLAIN` where it has none. */
  hit = 0;
  readonly #window: XmlWindow;
  #at = 0;

  constructor(window: XmlWindow) {
    this.#window = window;
  }

  /** Reads `<line nr="3" mi="0" ci="2" mb="1" cb="1"/>`; returns the offset after it, or `NOT_PLAIN`. */
  readLine(begin: number): number {
    this.#at = begin;
    this.line = this.#count(LINE);
    if (this.line < 1) return NOT_PLAIN;
    this.missed = this.#count(MI);
    if (this.missed < 0) return NOT_PLAIN;
    this.covered = this.#count(CI);
    if (this.covered < 0) return NOT_PLAIN;
    this.missedBranches = this.#count(MB);
    if (this.missedBranches < 0) return NOT_PLAIN;
    this.coveredBranches = this.#count(CB);
    if (this.coveredBranches < 0) return NOT_PLAIN;
    return this.#emptyTagEnd();
  }

  /**
   * Reads `<method name="a" desc="()V" line="3">`, its counters and `</method>`; returns the offset after it, or
   * `NOT_PLAIN`.
   */
  readMethod(begin: number): number {
    const { bytes, view } = this.#window;
    this.#at = begin;
    this.hash = HASH_START;
    if (!this.#name(METHOD) || !this.#name(DESC)) return NOT_PLAIN;
    this.line = this.#count(FIRST_LINE);
    if (this.line < 1 || bytes[this.#at] !== QUOTE || bytes[this.#at + 1] !== GREATER) return NOT_PLAIN;
    this.hit = NOT_PLAIN;
    this.#at += 2;
    while (COUNTER.isAt(view, this.#at)) {
      this.#at = this.#counter(this.#at + COUNTER.size);
      if (this.#at === NOT_PLAIN) return NOT_PLAIN;
    }
    return METHOD_END.isAt(view, this.#at) ? this.#at + METHOD_END.size : NOT_PLAIN;
  }

  /** From the type of a counter on. */
  #counter(typeAt: number): number {
    const { bytes, view } = this.#window;
    let at = typeAt;
    for (let byte = bytes[at] ?? 0; byte >= LETTER_A && byte <= LETTER_Z; byte = bytes[at] ?? 0) at += 1;
    if (at === typeAt) return NOT_PLAIN;
    const isOfMethod = OF_METHODS.isAt(view, typeAt);
    this.#at = at;
    const missed = this.#count(MISSED);
    if (missed < 0) return NOT_PLAIN;
    const covered = this.#count(COVERED);
    if (covered < 0) return NOT_PLAIN;
    if (isOfMethod) {
      if (missed + covered !== 1) return NOT_PLAIN;
      this.hit = covered;
    }
    return this.#emptyTagEnd();
  }

  /** Digits after a spelling; -1 when there is something else. */
  #count(before: Spelling): number {
    const { bytes, view } = this.#window;
    const start = this.#at + before.size;
    if (!before.isAt(view, this.#at)) return -1;
    let at = start;
    let count = 0;
    for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= NINE; digit = (bytes[at] ?? 0) - ZERO) {
      if (at - start === DIGITS_MAX) return -1;
      count = count * 10 + digit;
      at += 1;
    }
    this.#at = at;
    return at === start ? -1 : count;
  }

  /** A value after a spelling goes into the hash: printable ASCII, and the two brackets of `&lt;init&gt;`. */
  #name(before: Spelling): boolean {
    const { bytes, view } = this.#window;
    if (!before.isAt(view, this.#at)) return false;
    let at = this.#at + before.size;
    const until = at + NAME_SIZE_BYTES_MAX;
    let hash = this.hash;
    for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[at] ?? 0) {
      if (byte === AMPERSAND) {
        if (LESS_REFERENCE.isAt(view, at)) byte = LESS;
        else if (GREATER_REFERENCE.isAt(view, at)) byte = GREATER;
        else return false;
        at += LESS_REFERENCE.size;
      } else {
        if (byte < 0x20 || byte > 0x7e || byte === LESS || at >= until) return false;
        at += 1;
      }
      hash = hashCode(hash, byte);
    }
    this.#at = at;
    this.hash = hash;
    return true;
  }

  #emptyTagEnd(): number {
    const { bytes } = this.#window;
    const at = this.#at;
    const isEnd = bytes[at] === QUOTE && bytes[at + 1] === SLASH && bytes[at + 2] === GREATER;
    return isEnd ? at + 3 : NOT_PLAIN;
  }
}
