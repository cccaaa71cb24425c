import type { HistogramSlice } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";

export interface DistributionRow {
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
}

const US_PER_MS = 1000;
const ROWS_MAX = 14;
/** Steps of a decade, from fine to coarse. */
const LADDERS: readonly (readonly number[])[] = [
  [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
  [1, 1.5, 2, 3, 5, 7],
  [1, 2, 5],
  [1, 3],
  [1],
];

/** How many took between one round time and the next, without empty rows at the ends; every one is in one row. */
export function distributionOf(slice: HistogramSlice | null, rowsMax: number = ROWS_MAX): readonly DistributionRow[] {
  if (slice === null) return [];
  const histogram = LogHistogram.ofSlice(slice);
  for (const ladder of LADDERS) {
    const rows = rowsOf(histogram, ladder);
    if (rows.length <= rowsMax || ladder.length === 1) return rows;
  }
  return [];
}

function rowsOf(histogram: LogHistogram, ladder: readonly number[]): DistributionRow[] {
  const rows: DistributionRow[] = [];
  let [fromUs, before] = [0, 0];
  for (const toUs of edgesOf(ladder)) {
    const within = histogram.countWithin(toUs);
    const row = { fromMs: fromUs / US_PER_MS, toMs: toUs / US_PER_MS, count: within - before };
    if (rows.length > 0 || row.count > 0) rows.push(row);
    [fromUs, before] = [toUs, within];
    if (before === histogram.count) break;
  }
  return rows;
}

function* edgesOf(ladder: readonly number[]): Generator<number> {
  for (let decade = 10; decade < Number.MAX_SAFE_INTEGER; decade *= 10) {
    for (const step of ladder) yield Math.round(decade * step);
  }
}
