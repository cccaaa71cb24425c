import type { EvenSeries } from "./source.ts";
import { SERIES_VALUES_MAX } from "./source.ts";

export interface TimedValue {
  readonly atMs: number;
  readonly value: number | null;
}

/** From one and a half steps on something lies between two values that is not there. */
const GAP_STEPS = 1.5;

/**
 * A series whose gaps are values that are missing: the usual distance is the median one, and a longer one holds as many
 * missing values as would have fit. Times rise.
 *
 * @returns null where the gaps would hold more values than can be judged
 * @example
 * evenSeries([{ atMs: 0, value: 1 }, { atMs: 10, value: 2 }, { atMs: 20, value: 3 }, { atMs: 40, value: 5 }]);
 * // { values: [1, 2, 3, null, 5], stepMs: 10 }
 */
export function evenSeries(points: readonly TimedValue[]): EvenSeries | null {
  const distances = points.slice(1).map(({ atMs }, index) => atMs - (points[index]?.atMs ?? 0));
  const stepMs = distances.toSorted((a, b) => a - b)[Math.floor((distances.length - 1) / 2)] ?? null;
  if (stepMs === null) return { values: points.map(({ value }) => value), stepMs };
  const values: (number | null)[] = [];
  for (const [index, { value }] of points.entries()) {
    const distance = index === 0 ? stepMs : (distances[index - 1] ?? stepMs);
    const missing = distance < GAP_STEPS * stepMs ? 0 : Math.round(distance / stepMs) - 1;
    if (values.length + missing >= SERIES_VALUES_MAX) return null;
    for (let gap = 0; gap < missing; gap += 1) values.push(null);
    values.push(value);
  }
  return { values, stepMs };
}
