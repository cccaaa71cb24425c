import { bucketHigh } from "./layout.ts";
import type { HistogramSlice } from "./slice.ts";

/** How many values of a slice took longer; a bucket across the limit counts whole. */
export function countAbove(slice: HistogramSlice | null, us: number): number {
  if (slice === null || slice.maxUs <= us) return 0;
  let above = 0;
  for (let at = slice.buckets.length - 2; at >= 0; at -= 2) {
    if (bucketHigh(slice.buckets[at] ?? 0) <= us) break;
    above += slice.buckets[at + 1] ?? 0;
  }
  return above;
}
