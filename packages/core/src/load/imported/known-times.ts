import { countAbove } from "../../histogram/count-above.ts";
import { LogHistogram } from "../../histogram/log-histogram.ts";
import type { HistogramSlice, LatencySummary } from "../../histogram/slice.ts";
import type { ToldLatency } from "../../evidence/load.ts";

/** A count of which only its bounds are known. */
export type Bounds = readonly [least: number, most: number];

/** Times of a run as far as a file tells them: all of them, or some points of their distribution. */
export interface KnownTimes {
  readonly count: number;
  /** How many are at most so long. */
  within(ms: number): Bounds;
  /** Milliseconds between which the time of a rank lies, 1 to `count`; null where nothing bounds it from above. */
  atRank(rank: number): readonly [low: number, high: number | null];
  /** As a person would say where they come from. */
  readonly source: string;
}

export function sliceTimes(slice: HistogramSlice): KnownTimes {
  const histogram = LogHistogram.ofSlice(slice);
  return {
    count: slice.count,
    within: (ms) => {
      const most = slice.count - countAbove(slice, ms * 1000);
      return [most, most];
    },
    atRank: (rank) => [histogram.atRankLow(rank) / 1000, histogram.atRank(rank) / 1000],
    source: "every request",
  };
}

interface Point {
  readonly ms: number;
  /** At least so many times are no longer than it. */
  readonly sure: number;
  /** At most so many are shorter. */
  readonly most: number;
}

/**
 * Some points of a distribution, as a tool prints them. Whatever way the tool has of computing a percentile, its rank
 * is known to one.
 *
 * @param rounding by what share each may be off
 */
export function printedTimes(
  count: number,
  points: readonly (readonly [q: number, ms: number])[],
  rounding: number,
): KnownTimes {
  const bounded = points.map(([q, ms]): Point => {
    const rank = q * count;
    const isEnd = q === 0 || q === 1;
    return {
      ms,
      sure: q === 1 ? count : Math.max(0, Math.floor(rank) - 1),
      most: isEnd ? (q === 0 ? 0 : count - 1) : Math.min(count, Math.ceil(rank) + 1),
    };
  });
  return {
    count,
    within: (ms) => [
      Math.max(0, ...bounded.flatMap((one) => (one.ms * (1 + rounding) <= ms ? [one.sure] : []))),
      Math.min(count, ...bounded.flatMap((one) => (one.ms * (1 - rounding) > ms ? [one.most] : []))),
    ],
    atRank: (rank) => {
      const below = bounded.flatMap((one) => (one.most < rank ? [one.ms * (1 - rounding)] : []));
      const above = bounded.flatMap((one) => (one.sure >= rank ? [one.ms * (1 + rounding)] : []));
      return [Math.max(0, ...below), above.length === 0 ? null : Math.min(...above)];
    },
    source: "what is printed",
  };
}

/** Points of a whole summary; null where there is none. */
export function summaryTimes(summary: LatencySummary | null, rounding: number): KnownTimes | null {
  if (summary === null) return null;
  const { count, min, p50, p90, p95, p99, p999, max } = summary;
  const ranks = [
    [0, min],
    [0.5, p50],
    [0.9, p90],
    [0.95, p95],
    [0.99, p99],
    [0.999, p999],
    [1, max],
  ] as const;
  return printedTimes(count, ranks, rounding);
}

/** The same of figures of which some are missing; without their number they bound nothing. */
export function toldTimes(told: ToldLatency | undefined, rounding: number): KnownTimes | null {
  if (told?.count === undefined || told.count === null) return null;
  const points = told.percentiles.flatMap(({ q, ms }) => (q === null ? [] : [[q, ms] as const]));
  if (told.min !== null) points.push([0, told.min]);
  if (told.max !== null) points.push([1, told.max]);
  return points.length === 0 ? null : printedTimes(told.count, points, rounding);
}

/** Several together, of which only counts within a limit are known. */
export function addedTimes(parts: readonly KnownTimes[]): KnownTimes | null {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? null;
  const sum = (of: (times: KnownTimes) => number): number => parts.reduce((total, times) => total + of(times), 0);
  return {
    count: sum(({ count }) => count),
    within: (ms) => [sum((times) => times.within(ms)[0]), sum((times) => times.within(ms)[1])],
    atRank: () => [0, null],
    source: first.source,
  };
}
