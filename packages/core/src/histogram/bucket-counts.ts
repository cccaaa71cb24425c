import { bucketHigh, HISTOGRAM_BUCKETS } from "./layout.ts";

/** The counts of a histogram by bucket; doubles, as a day at full rate goes beyond 2^32. */
export class BucketCounts {
  readonly counts: Float64Array = new Float64Array(HISTOGRAM_BUCKETS);

  /** The bucket in which the so many-th value from below lies, counting from 1; the last one beyond the total. */
  bucketAt(rank: number): number {
    let seen = 0;
    for (let index = 0; index < HISTOGRAM_BUCKETS; index += 1) {
      seen += this.counts[index] ?? 0;
      if (seen >= rank) return index;
    }
    return HISTOGRAM_BUCKETS - 1;
  }

  /** Counts of all buckets that lie wholly at or below the limit. */
  countUpTo(us: number): number {
    let seen = 0;
    for (let index = 0; index < HISTOGRAM_BUCKETS && bucketHigh(index) <= us; index += 1)
      seen += this.counts[index] ?? 0;
    return seen;
  }

  first(): number {
    return this.counts.findIndex((count) => count > 0);
  }

  last(): number {
    return this.counts.findLastIndex((count) => count > 0);
  }

  addAll(other: BucketCounts, sign: 1 | -1): void {
    for (let index = 0; index < HISTOGRAM_BUCKETS; index += 1) this.#change(index, sign * (other.counts[index] ?? 0));
  }

  addSparse(buckets: readonly number[], sign: 1 | -1): void {
    for (let at = 0; at < buckets.length; at += 2) this.#change(buckets[at] ?? 0, sign * (buckets[at + 1] ?? 0));
  }

  /** Index and count in turn of every bucket that holds something, from one index to another. */
  sparse(from: number, to: number): number[] {
    const buckets: number[] = [];
    for (let index = from; index <= to; index += 1) {
      const count = this.counts[index] ?? 0;
      if (count > 0) buckets.push(index, count);
    }
    return buckets;
  }

  #change(index: number, by: number): void {
    this.counts[index] = (this.counts[index] ?? 0) + by;
  }
}
