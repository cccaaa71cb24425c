const SLOTS = 8_192;
const KEPT_SIZE_BYTES_MAX = 256;
const STORE_SIZE_BYTES = 262_144;

/**
 * Makes texts out of pieces of buffers; a text that was made before is given again instead of made anew, because keys
 * and the names of contexts come by the million and are few. The bytes of what is kept are copied: those of the
 * report are others soon.
 */
export class PieceTexts {
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Int32Array(SLOTS).fill(-1);
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => "");
  #store: Buffer | null = null;
  #used = 0;

  /** The bytes from `start` to before `end`, which are UTF-8. */
  of(bytes: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length > KEPT_SIZE_BYTES_MAX) return bytes.toString("utf8", start, end);
    this.#store ??= Buffer.allocUnsafeSlow(STORE_SIZE_BYTES);
    const store = this.#store;
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    if (this.#lengths[slot] === length && isSame(store, this.#starts[slot] ?? 0, bytes, start, length)) {
      return this.#texts[slot] ?? "";
    }
    const text = bytes.toString("utf8", start, end);
    if (this.#used + length > STORE_SIZE_BYTES) this.#forget();
    for (let offset = 0; offset < length; offset += 1) store[this.#used + offset] = bytes[start + offset] ?? 0;
    this.#starts[slot] = this.#used;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    this.#used += length;
    return text;
  }

  #forget(): void {
    this.#lengths.fill(-1);
    this.#used = 0;
  }
}

function isSame(store: Buffer, kept: number, bytes: Buffer, start: number, length: number): boolean {
  for (let offset = 0; offset < length; offset += 1) {
    if (store[kept + offset] !== bytes[start + offset]) return false;
  }
  return true;
}
