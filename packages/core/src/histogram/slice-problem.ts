import { bucketOf, HISTOGRAM_BUCKETS } from "./layout.ts";
import type { HistogramSlice } from "./slice.ts";

/**
 * What keeps a slice from being what a histogram left behind, as a clause; null when it is sound.
 *
 * @example
 * sliceProblem({ count: 2, sumUs: 12, minUs: 5, maxUs: 7, buckets: [5, 1] }); // "its buckets hold 1 of 2 values"
 */
export function sliceProblem({ count, sumUs, minUs, maxUs, buckets }: HistogramSlice): string | null {
  if (![count, sumUs, minUs, maxUs].every((one) => Number.isSafeInteger(one) && one >= 0) || count === 0)
    return "its figures are not whole numbers of something";
  if (buckets.length === 0 || buckets.length % 2 !== 0) return "its buckets are not pairs of index and count";
  let [last, total] = [-1, 0];
  for (let at = 0; at < buckets.length; at += 2) {
    const [index = -1, held = 0] = [buckets[at], buckets[at + 1]];
    if (!Number.isInteger(index) || index <= last || index >= HISTOGRAM_BUCKETS)
      return `${index} is no bucket after ${last}`;
    if (!Number.isSafeInteger(held) || held <= 0) return `its bucket ${index} holds ${held} values`;
    [last, total] = [index, total + held];
  }
  if (total !== count) return `its buckets hold ${total} of ${count} values`;
  if (bucketOf(minUs) !== buckets[0] || bucketOf(maxUs) !== last) return "its extremes are not in its outer buckets";
  const isBetween = sumUs >= minUs * count && sumUs <= maxUs * count;
  return isBetween ? null : "its sum is not between count times minimum and count times maximum";
}
