const SECOND_MS = 1000;

/** How fast arrivals came one after another, from the first to the last: neither ramps at an end nor drains thin it. */
export class ArrivalSpan {
  #count = 0;
  #firstMs = Number.POSITIVE_INFINITY;
  #lastMs = Number.NEGATIVE_INFINITY;
  /** Instants are known to the second only. */
  #isCoarse = true;

  add(atMs: number, count: number): void {
    this.#count += count;
    this.#firstMs = Math.min(this.#firstMs, atMs);
    this.#lastMs = Math.max(this.#lastMs, atMs);
    if (atMs % SECOND_MS !== 0) this.#isCoarse = false;
  }

  /** Null where there are too few, or their instants are not told well enough. */
  get perS(): number | null {
    const spanMs = this.#lastMs - this.#firstMs;
    return this.#isCoarse || this.#count < 2 || spanMs <= 0 ? null : ((this.#count - 1) * SECOND_MS) / spanMs;
  }
}
