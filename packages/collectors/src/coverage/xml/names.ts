import { isName } from "../../xml/characters.ts";

/** Most different names of elements and attributes in one document; no report has a hundred. */
export const XML_NAMES_MAX = 4_096;

const SLOTS: number = XML_NAMES_MAX * 4;

/** One step of the hash that names are found by. */
export function hashStep(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

/** Numbers for the names of a document, so that none of them becomes a string for every tag. */
export class NameTable {
  readonly #texts: string[] = [];
  readonly #spellings: Buffer[] = [];
  /** Lengths of the spellings, in bytes. */
  readonly #sizes: Int32Array = new Int32Array(XML_NAMES_MAX);
  /** Number + 1 by hash, open addressing; 0 is free. */
  readonly #slots: Uint16Array = new Uint16Array(SLOTS);

  /** The words get the numbers 0, 1, 2, … in their order. */
  constructor(words: readonly string[]) {
    for (const word of words) {
      const bytes = Buffer.from(word);
      this.find(bytes, 0, bytes.length, hashOf(bytes));
    }
  }

  text(number: number): string {
    return this.#texts[number] ?? "";
  }

  /** Offset after the name when just its bytes stand at an offset, whatever follows them; else -1. */
  endAt(number: number, bytes: Buffer, start: number): number {
    const spelling = this.#spellings[number];
    if (spelling === undefined) return -1;
    const size = this.#sizes[number] ?? 0;
    for (let at = 0; at < size; at += 1) if (spelling[at] !== bytes[start + at]) return -1;
    return start + size;
  }

  /** Number of the name between two offsets, whose hash is known; -1 when it is no name, -2 when there are too many. */
  find(bytes: Buffer, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    let slot = hash & (SLOTS - 1);
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      const spelling = this.#spellings[entry - 1];
      if (spelling !== undefined && isSame(spelling, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const text = bytes.toString("utf8", start, end);
    if (!isName(text)) return -1;
    if (this.#texts.length === XML_NAMES_MAX) return -2;
    this.#sizes[this.#texts.length] = end - start;
    this.#texts.push(text);
    this.#spellings.push(Buffer.from(bytes.subarray(start, end)));
    slots[slot] = this.#texts.length;
    return this.#texts.length - 1;
  }
}

function isSame(spelling: Buffer, bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  if (spelling.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (spelling[at] !== bytes[start + at]) return false;
  return true;
}

function hashOf(bytes: Buffer): number {
  let hash = 0;
  for (const byte of bytes) hash = hashStep(hash, byte);
  return hash;
}
