/** Most bytes that are added to what is kept beyond what is needed now. */
const AHEAD_SIZE_BYTES_MAX = 1_048_576;

/** Pieces of one value as one; its memory is used again for the next. */
export class GatheredBytes {
  #bytes: Buffer = Buffer.alloc(0);
  #sizeBytes = 0;

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** At most twice the largest value so far, and at most 1 MiB more than it. */
  get memorySizeBytes(): number {
    return this.#bytes.length;
  }

  add(piece: Buffer): void {
    const needed = this.#sizeBytes + piece.length;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(needed + Math.min(this.#sizeBytes, AHEAD_SIZE_BYTES_MAX));
      this.#bytes.copy(larger, 0, 0, this.#sizeBytes);
      this.#bytes = larger;
    }
    piece.copy(this.#bytes, this.#sizeBytes);
    this.#sizeBytes = needed;
  }

  /** What was added since it was last taken; good until something is added again. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#sizeBytes);
    this.#sizeBytes = 0;
    return taken;
  }
}
