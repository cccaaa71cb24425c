/** Line and column of a byte, both from 1, the column in bytes. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const LINE_FEED = 0x0a;

/** Places of many offsets of one file; those that come in ascending order cost one walk together. */
export class Places {
  readonly #bytes: Uint8Array;
  #line = 1;
  #lineStart = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  of(offset: number): Place {
    const end = Math.min(offset, this.#bytes.length);
    if (end < this.#lineStart) {
      this.#line = 1;
      this.#lineStart = 0;
    }
    const bytes = this.#bytes;
    for (let at = bytes.indexOf(LINE_FEED, this.#lineStart); at !== -1 && at < end;) {
      this.#line += 1;
      this.#lineStart = at + 1;
      at = bytes.indexOf(LINE_FEED, at + 1);
    }
    return { line: this.#line, column: end - this.#lineStart + 1 };
  }
}
