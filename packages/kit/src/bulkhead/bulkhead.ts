import { boundedInteger } from "../bounds/bounded-integer.ts";

/** The right to run beside the others; given back once. */
export type BulkheadPermit = { readonly number: number };

/** JSON; totals count since it was made. */
export type BulkheadView = {
  readonly running: number;
  readonly running_max: number;
  /** The most that ever ran at once. */
  readonly running_peak: number;
  readonly acquired_total: number;
  readonly refused_total: number;
};

export const BULKHEAD_CONCURRENT_MAX = 100_000;

/**
 * Lets a bounded number of calls run at once and refuses all others; it has no queue.
 *
 * @example
 * const bulkhead = new Bulkhead(2);
 * const permit = bulkhead.tryAcquire();
 * if (permit !== null) try { await call(); } finally { bulkhead.release(permit); }
 */
export class Bulkhead {
  readonly #running: Set<BulkheadPermit> = new Set();
  #concurrentMax: number;
  #peak = 0;
  #acquired = 0;
  #refused = 0;

  /** @throws HoldpointError `HP-CONFIG-VALUE` unless it is a whole number from 1 to 100 000 */
  constructor(concurrentMax: number) {
    this.#concurrentMax = bounded(concurrentMax);
  }

  tryAcquire(): BulkheadPermit | null {
    if (this.#running.size >= this.#concurrentMax) {
      this.#refused += 1;
      return null;
    }
    this.#acquired += 1;
    const permit: BulkheadPermit = { number: this.#acquired };
    this.#running.add(permit);
    this.#peak = Math.max(this.#peak, this.#running.size);
    return permit;
  }

  /** False for a permit that was given back before or is of another bulkhead: it frees nothing twice. */
  release(permit: BulkheadPermit): boolean {
    return this.#running.delete(permit);
  }

  /** Takes effect at once; what runs beyond a lower bound ends by itself, and none begins until then. */
  resize(concurrentMax: number): void {
    this.#concurrentMax = bounded(concurrentMax);
  }

  view(): BulkheadView {
    return {
      running: this.#running.size,
      running_max: this.#concurrentMax,
      running_peak: this.#peak,
      acquired_total: this.#acquired,
      refused_total: this.#refused,
    };
  }
}

function bounded(concurrentMax: number): number {
  return boundedInteger("concurrency", concurrentMax, 1, BULKHEAD_CONCURRENT_MAX);
}
