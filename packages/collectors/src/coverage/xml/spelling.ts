const WORD_SIZE_BYTES = 4;

/** Bytes that a producer always writes alike, compared four at a time. */
export class Spelling {
  readonly size: number;
  readonly #words: Uint32Array;
  /** The last four bytes, which may have been compared in part before. */
  readonly #last: number;

  /** `text` is ASCII, of four characters or more. */
  constructor(text: string) {
    const bytes = Buffer.from(text);
    if (bytes.length < WORD_SIZE_BYTES || bytes.length !== text.length) {
      throw new RangeError(`${JSON.stringify(text)} is not ASCII of ${WORD_SIZE_BYTES} characters or more`);
    }
    this.size = bytes.length;
    this.#words = Uint32Array.from({ length: Math.floor((bytes.length - 1) / WORD_SIZE_BYTES) }, (_, index) =>
      bytes.readUInt32LE(index * WORD_SIZE_BYTES),
    );
    this.#last = bytes.readUInt32LE(bytes.length - WORD_SIZE_BYTES);
  }

  /** Whether just these bytes stand at an offset. After what differs from them nothing but three bytes is looked at. */
  isAt(view: DataView, at: number): boolean {
    const words = this.#words;
    for (let index = 0; index < words.length; index += 1) {
      if (view.getUint32(at + index * WORD_SIZE_BYTES, true) !== words[index]) return false;
    }
    return view.getUint32(at + this.size - WORD_SIZE_BYTES, true) === this.#last;
  }
}
