const SIZE_AT_FIRST = 64;

/** First in, first out, of numbers that come in pairs; grows to its bound and allocates nothing else. */
export class PairRing {
  readonly #max: number;
  #firsts = new Float64Array(SIZE_AT_FIRST);
  #seconds = new Float64Array(SIZE_AT_FIRST);
  #head = 0;
  #size = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#size;
  }

  /** The pair that is next; NaN when there is none. */
  get first(): number {
    return this.#size === 0 ? Number.NaN : (this.#firsts[this.#head] ?? Number.NaN);
  }

  get second(): number {
    return this.#size === 0 ? Number.NaN : (this.#seconds[this.#head] ?? Number.NaN);
  }

  /** @returns false when it is full */
  push(first: number, second: number): boolean {
    if (this.#size >= this.#max) return false;
    if (this.#size === this.#firsts.length) this.#grow();
    const at = (this.#head + this.#size) % this.#firsts.length;
    this.#firsts[at] = first;
    this.#seconds[at] = second;
    this.#size += 1;
    return true;
  }

  shift(): void {
    if (this.#size === 0) return;
    this.#head = (this.#head + 1) % this.#firsts.length;
    this.#size -= 1;
  }

  #grow(): void {
    const grown = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(old.length * 2);
      larger.set(old.subarray(this.#head));
      larger.set(old.subarray(0, this.#head), old.length - this.#head);
      return larger;
    };
    this.#firsts = grown(this.#firsts);
    this.#seconds = grown(this.#seconds);
    this.#head = 0;
  }
}
