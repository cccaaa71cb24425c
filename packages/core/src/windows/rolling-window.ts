import { LogHistogram } from "../histogram/log-histogram.ts";
import type { HistogramSlice, LatencySummary } from "../histogram/slice.ts";

/** A day of seconds; a longer window is no window. */
export const ROLLING_WINDOW_SLICES_MAX = 86_400;

/**
 * Percentiles over the last so many slices: the newest is added to one histogram and the oldest taken away, so that a
 * step costs what two slices cost, however long the window is.
 *
 * @example
 * const window = new RollingWindow(60);
 * window.push(second.response); // once a second, null where nothing was measured
 * window.total.quantile(0.99);
 */
export class RollingWindow {
  readonly #slices: (HistogramSlice | null)[] = [];
  readonly #total = new LogHistogram();
  readonly #size: number;
  #next = 0;

  /** @throws RangeError unless the size is a whole number from 1 to `ROLLING_WINDOW_SLICES_MAX` */
  constructor(size: number) {
    if (!Number.isInteger(size) || size < 1 || size > ROLLING_WINDOW_SLICES_MAX)
      throw new RangeError(`a window of ${size} slices`);
    this.#size = size;
  }

  /** So many slices were pushed that the window is whole. */
  get isFull(): boolean {
    return this.#slices.length === this.#size;
  }

  /** What the slices of the window hold together; changes with the next push. */
  get total(): LogHistogram {
    return this.#total;
  }

  push(slice: HistogramSlice | null): void {
    const oldest = this.#slices[this.#next];
    if (slice !== null) this.#total.add(slice);
    this.#slices[this.#next] = slice;
    this.#next = (this.#next + 1) % this.#size;
    if (oldest !== undefined && oldest !== null) this.#forget(oldest);
  }

  /** Milliseconds; null where the window holds nothing. */
  summary(): LatencySummary | null {
    return this.#total.summary();
  }

  #forget(oldest: HistogramSlice): void {
    const { minUs, maxUs } = this.#total;
    this.#total.subtract(oldest);
    if (oldest.minUs > minUs && oldest.maxUs < maxUs) return;
    // Buckets know the extremes only nearly; the slices know them.
    let [min, max] = [Number.POSITIVE_INFINITY, 0];
    for (const slice of this.#slices) {
      if (slice === null) continue;
      min = Math.min(min, slice.minUs);
      max = Math.max(max, slice.maxUs);
    }
    this.#total.narrow(min, max);
  }
}
