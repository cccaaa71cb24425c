import { bucketHigh, bucketLow } from "./layout.ts";
import type { HistogramSlice } from "./slice.ts";

/**
 * What is left of a slice without a part of it; null where nothing is. The extremes are those of the buckets that are
 * left, within the slice's own: never better than what was measured.
 *
 * @example
 * sliceDifference(second.response, second.failedResponse); // what succeeded
 */
export function sliceDifference(whole: HistogramSlice | null, part: HistogramSlice | null): HistogramSlice | null {
  if (whole === null || part === null) return whole;
  const taken = new Map<number, number>();
  for (let at = 0; at < part.buckets.length; at += 2) taken.set(part.buckets[at] ?? 0, part.buckets[at + 1] ?? 0);
  const buckets: number[] = [];
  let count = 0;
  for (let at = 0; at < whole.buckets.length; at += 2) {
    const index = whole.buckets[at] ?? 0;
    const left = (whole.buckets[at + 1] ?? 0) - (taken.get(index) ?? 0);
    if (left <= 0) continue;
    buckets.push(index, left);
    count += left;
  }
  const [first, last] = [buckets[0], buckets.at(-2)];
  if (first === undefined || last === undefined) return null;
  const minUs = Math.max(whole.minUs, bucketLow(first));
  const maxUs = Math.min(whole.maxUs, bucketHigh(last));
  return { count, sumUs: Math.max(0, whole.sumUs - part.sumUs), minUs, maxUs, buckets };
}
