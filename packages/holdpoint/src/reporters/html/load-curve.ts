import type { HistogramSlice } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";

const US_PER_MS = 1000;
const STEPS_PER_NINE = 20;
const NINES_MAX = 7;

/**
 * Percentiles by how many nines they have: 1 is p90, 2 is p99. It ends where the last nine is a single request, because
 * nothing is known beyond.
 */
export function percentileCurve(slice: HistogramSlice | null): readonly (readonly [nines: number, ms: number])[] {
  if (slice === null) return [];
  const histogram = LogHistogram.ofSlice(slice);
  const last = Math.min(NINES_MAX, Math.log10(Math.max(2, histogram.count)));
  const count = Math.ceil(last * STEPS_PER_NINE);
  return Array.from({ length: count + 1 }, (_, index) => {
    const nines = (last * index) / count;
    return [nines, (histogram.quantile(1 - 10 ** -nines) ?? 0) / US_PER_MS];
  });
}
