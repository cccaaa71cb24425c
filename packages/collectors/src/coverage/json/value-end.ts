import { ARRAY_BEGINS, ARRAY_ENDS, BACKSLASH, COLON, COMMA, isSpace, LINE_FEED } from "./bytes.ts";
import { OBJECT_BEGINS, OBJECT_ENDS, QUOTE } from "./bytes.ts";
import type { Lines } from "./lines.ts";

const PLAIN = 0;
const QUOTED = 1;
const FEEDS = 2;
const OPENS = 3;
const CLOSES = 4;

/** What a byte does that stands in no string. */
const ROLES: Uint8Array = new Uint8Array(256);
ROLES[QUOTE] = QUOTED;
ROLES[LINE_FEED] = FEEDS;
for (const byte of [OBJECT_BEGINS, ARRAY_BEGINS]) ROLES[byte] = OPENS;
for (const byte of [OBJECT_ENDS, ARRAY_ENDS]) ROLES[byte] = CLOSES;

/**
 * Finds where a value of JSON ends that comes in pieces, cut anywhere: quickly, by strings, escapes and brackets alone.
 * It does not see to it that the value is JSON; up to the first fault in it, it ends where JSON says.
 */
export interface ValueEnd {
  /** Whether the value has no end of its own: a number or a word ends before the byte behind it. */
  readonly isBare: boolean;
  /** A value begins with this byte, which is given to `find`, too. */
  begin(byte: number): void;
  /** Offset behind the value; -1 when it goes on after this piece. */
  find(piece: Uint8Array, start: number): number;
}

export class FoundEnd implements ValueEnd {
  readonly #lines: Lines;
  #isBare = false;
  #depth = 0;
  #isQuoted = false;
  #isEscaped = false;

  /** @param lines is told each line feed that is gone over */
  constructor(lines: Lines) {
    this.#lines = lines;
  }

  get isBare(): boolean {
    return this.#isBare;
  }

  begin(byte: number): void {
    this.#isBare = byte !== QUOTE && byte !== OBJECT_BEGINS && byte !== ARRAY_BEGINS;
    this.#depth = 0;
    this.#isQuoted = false;
    this.#isEscaped = false;
  }

  find(piece: Uint8Array, start: number): number {
    if (this.#isBare) return endOfBare(piece, start);
    const { length } = piece;
    let at = start;
    let depth = this.#depth;
    let isQuoted = this.#isQuoted;
    let isEscaped = this.#isEscaped;
    // Each byte of a report comes through here: what is rare stands last, and nothing is called for the others.
    while (at < length) {
      if (isQuoted) {
        while (at < length) {
          const byte = piece[at] ?? 0;
          at += 1;
          if (isEscaped) {
            isEscaped = false;
            if (byte === LINE_FEED) this.#lines.feed(at - 1);
          } else if (byte === QUOTE) {
            isQuoted = false;
            break;
          } else if (byte === BACKSLASH) {
            isEscaped = true;
          } else if (byte === LINE_FEED) {
            this.#lines.feed(at - 1);
          }
        }
        if (isQuoted) break;
        if (depth === 0) return at;
      }
      let role = PLAIN;
      while (at < length) {
        role = ROLES[piece[at] ?? 0] ?? PLAIN;
        at += 1;
        if (role !== PLAIN) break;
      }
      if (role === QUOTED) isQuoted = true;
      else if (role === OPENS) depth += 1;
      else if (role === CLOSES) {
        depth -= 1;
        if (depth === 0) return at;
      } else if (role === FEEDS) {
        this.#lines.feed(at - 1);
      }
    }
    this.#depth = depth;
    this.#isQuoted = isQuoted;
    this.#isEscaped = isEscaped;
    return -1;
  }
}

function endOfBare(piece: Uint8Array, start: number): number {
  for (let at = start; at < piece.length; at += 1) {
    const byte = piece[at];
    if (byte === COMMA || byte === OBJECT_ENDS || byte === ARRAY_ENDS || byte === COLON || isSpace(byte)) return at;
  }
  return -1;
}
