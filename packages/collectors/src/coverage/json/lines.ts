import type { Place } from "./places.ts";

/** Counts the lines of a text that comes in pieces, so that the place of what is looked at is always known. */
export class Lines {
  /** Bytes before the present piece. */
  #before = 0;
  #line = 1;
  /** Offset in the whole text. */
  #lineStart = 0;

  /** The byte at this offset of the present piece is a line feed. */
  feed(at: number): void {
    this.#line += 1;
    this.#lineStart = this.#before + at + 1;
  }

  /** Place of an offset of the present piece, up to which every line feed was told. */
  place(at: number): Place {
    return { line: this.#line, column: this.#before + at - this.#lineStart + 1 };
  }

  /** The present piece, of so many bytes, is done. */
  next(sizeBytes: number): void {
    this.#before += sizeBytes;
  }
}
