import { BucketCounts } from "./bucket-counts.ts";
import { bucketHigh, bucketLow, bucketOf, HISTOGRAM_MAX_US, OVERFLOW_BUCKET } from "./layout.ts";
import type { HistogramSlice, LatencySummary } from "./slice.ts";
import { summaryOf } from "./summary.ts";

/**
 * Counts of whole microseconds in log-linear buckets: exact below 256 us, to 1/128 of the value up to one hour; longer
 * times share one bucket, so that they are never lost. Takes 26 kB however much is recorded, and adds up with others.
 *
 * Nothing that it answers flatters: a percentile is the upper end of its bucket, and a bucket across a limit counts as
 * beyond it. Counts stay exact up to 2^53.
 *
 * @example
 * const histogram = new LogHistogram();
 * for (const us of [900, 1000, 250_000]) histogram.record(us);
 * histogram.quantile(0.5); // 1003, 0.4 % above what was recorded
 * histogram.countAbove(200_000); // 1
 */
export class LogHistogram {
  readonly #buckets = new BucketCounts();
  #count = 0;
  #sumUs = 0;
  #minUs = Number.POSITIVE_INFINITY;
  #maxUs = 0;

  get count(): number {
    return this.#count;
  }

  get sumUs(): number {
    return this.#sumUs;
  }

  /** 0 where nothing was recorded. After `subtract` the bounds of the buckets that are left. */
  get minUs(): number {
    return this.#count === 0 ? 0 : this.#minUs;
  }

  get maxUs(): number {
    return this.#maxUs;
  }

  /** How many took longer than an hour, so that only the largest of them is known. */
  get beyondMax(): number {
    return this.#buckets.counts[OVERFLOW_BUCKET] ?? 0;
  }

  /**
   * Microseconds, fractions cut off.
   *
   * @throws RangeError for what is no time: negative or NaN
   */
  record(us: number, count = 1): void {
    if (!(us >= 0)) throw new RangeError(`${us} is no duration in microseconds`);
    const whole = us <= HISTOGRAM_MAX_US ? us >>> 0 : Math.floor(us);
    const index = bucketOf(whole);
    const { counts } = this.#buckets;
    counts[index] = (counts[index] ?? 0) + count;
    this.#count += count;
    this.#sumUs += whole * count;
    if (whole < this.#minUs) this.#minUs = whole;
    if (whole > this.#maxUs) this.#maxUs = whole;
  }

  /**
   * The smallest recorded value such that the share `q` is at most as large (nearest rank), as the upper end of its
   * bucket, never above the largest recorded; null where nothing was recorded.
   *
   * @throws RangeError unless 0 <= q <= 1
   */
  quantile(q: number): number | null {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`${q} is no share from 0 to 1`);
    return this.#count === 0 ? null : this.atRank(nearestRank(q, this.count));
  }

  /** The value of so many-th rank from below, 1 to `count`: the upper end of its bucket, within what was recorded. */
  atRank(rank: number): number {
    return this.#within(bucketHigh(this.#buckets.bucketAt(rank)));
  }

  /** The same from below: the value was at least that. */
  atRankLow(rank: number): number {
    return this.#within(bucketLow(this.#buckets.bucketAt(rank)));
  }

  /** How many took longer; a bucket across the limit counts whole. */
  countAbove(us: number): number {
    return this.maxUs <= us ? 0 : this.count - this.#buckets.countUpTo(us);
  }

  /** How many took at most so long; a bucket across the limit does not count. */
  countWithin(us: number): number {
    return this.count - this.countAbove(us);
  }

  add(other: LogHistogram | HistogramSlice): void {
    if (other.count === 0) return;
    this.#eachOf(other, 1);
    this.#count += other.count;
    this.#sumUs += other.sumUs;
    this.#minUs = Math.min(this.#minUs, other.minUs);
    this.#maxUs = Math.max(this.#maxUs, other.maxUs);
  }

  /**
   * Takes away what was added before. The extremes that went with it are known by their buckets only from then on.
   *
   * @throws RangeError when more is taken than there is; the histogram is spoilt then
   */
  subtract(other: LogHistogram | HistogramSlice): void {
    if (other.count === 0) return;
    this.#eachOf(other, -1);
    this.#count -= other.count;
    this.#sumUs -= other.sumUs;
    if (this.#count <= 0) return this.#emptied();
    if (other.minUs <= this.#minUs) this.#minUs = Math.max(this.#minUs, bucketLow(this.#buckets.first()));
    if (other.maxUs >= this.#maxUs) this.#maxUs = Math.min(this.#maxUs, bucketHigh(this.#buckets.last()));
  }

  /** For whoever knows the extremes better than the buckets do: a window over slices. */
  narrow(minUs: number, maxUs: number): void {
    if (this.#count === 0) return;
    this.#minUs = minUs;
    this.#maxUs = maxUs;
  }

  clear(): void {
    this.#buckets.counts.fill(0);
    this.#count = 0;
    this.#sumUs = 0;
    this.#minUs = Number.POSITIVE_INFINITY;
    this.#maxUs = 0;
  }

  /** Null where nothing was recorded, as a series has it. */
  toSlice(): HistogramSlice | null {
    if (this.#count === 0) return null;
    const { count, sumUs, minUs, maxUs } = this;
    return { count, sumUs, minUs, maxUs, buckets: this.#buckets.sparse(bucketOf(minUs), bucketOf(maxUs)) };
  }

  /** Trusts the slice; one of unknown origin is read with `readSlice` first. */
  static ofSlice(slice: HistogramSlice | null): LogHistogram {
    const histogram = new LogHistogram();
    if (slice !== null) histogram.add(slice);
    return histogram;
  }

  /** Milliseconds; null where nothing was recorded. */
  summary(): LatencySummary | null {
    return summaryOf(this);
  }

  #eachOf(other: LogHistogram | HistogramSlice, sign: 1 | -1): void {
    if (other instanceof LogHistogram) this.#buckets.addAll(other.#buckets, sign);
    else this.#buckets.addSparse(other.buckets, sign);
  }

  #emptied(): void {
    const left = this.count;
    this.clear();
    if (left < 0) throw new RangeError(`${-left} more were taken away than were there`);
  }

  #within(us: number): number {
    return Math.min(Math.max(us, this.minUs), this.maxUs);
  }
}

/** The rank of a share, 1 to `count`; the product's rounding error does not move it. */
export function nearestRank(q: number, count: number): number {
  const rank = q * count;
  return Math.min(count, Math.max(1, Math.ceil(rank - rank * 2 ** -50)));
}
