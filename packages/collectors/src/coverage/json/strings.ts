const SLOTS = 8_192;
const KEPT_SIZE_BYTES_MAX = 256;

/**
 * Makes texts out of pieces of one buffer; a text that was made before is given again instead of made anew, because
 * keys and the names of contexts come by the million and are few.
 */
export class PieceTexts {
  readonly #bytes: Buffer;
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Int32Array(SLOTS).fill(-1);
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => "");

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The bytes from `start` to before `end`, which are UTF-8. */
  of(start: number, end: number): string {
    const length = end - start;
    if (length > KEPT_SIZE_BYTES_MAX) return this.#bytes.toString("utf8", start, end);
    const bytes = this.#bytes;
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    if (this.#lengths[slot] === length && this.#isSame(this.#starts[slot] ?? 0, start, length)) {
      return this.#texts[slot] ?? "";
    }
    const text = bytes.toString("utf8", start, end);
    this.#starts[slot] = start;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    return text;
  }

  #isSame(first: number, second: number, length: number): boolean {
    const bytes = this.#bytes;
    for (let offset = 0; offset < length; offset += 1) {
      if (bytes[first + offset] !== bytes[second + offset]) return false;
    }
    return true;
  }
}
