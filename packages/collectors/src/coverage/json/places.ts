import { LINE_FEED } from "./bytes.ts";

/** Line and column of a byte, both from 1, the column in bytes. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a document begins. */
export const BEGIN: Place = { line: 1, column: 1 };

/** Places of many offsets of a piece of a file; those that come in ascending order cost one walk together. */
export class Places {
  #bytes: Uint8Array;
  #base: Place;
  #line = 1;
  /** Below 0 where the line began before the piece. */
  #lineStart = 0;

  /** @param base where the first byte of the piece stands */
  constructor(bytes: Uint8Array, base: Place = BEGIN) {
    this.#bytes = bytes;
    this.#base = base;
    this.#rewind();
  }

  /** Goes on with another piece. */
  stand(bytes: Uint8Array, base: Place): void {
    this.#bytes = bytes;
    this.#base = base;
    this.#rewind();
  }

  of(offset: number): Place {
    const end = Math.min(offset, this.#bytes.length);
    if (end < this.#lineStart) this.#rewind();
    const bytes = this.#bytes;
    for (let at = bytes.indexOf(LINE_FEED, Math.max(0, this.#lineStart)); at !== -1 && at < end;) {
      this.#line += 1;
      this.#lineStart = at + 1;
      at = bytes.indexOf(LINE_FEED, at + 1);
    }
    return { line: this.#line, column: end - this.#lineStart + 1 };
  }

  #rewind(): void {
    this.#line = this.#base.line;
    this.#lineStart = 1 - this.#base.column;
  }
}
