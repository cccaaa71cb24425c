import { kendallProbability, lowerSlopeRank, tiesOf } from "./kendall.ts";
import { medianOfSorted } from "./order.ts";

/** Slopes are kept pair by pair: two million at most. */
export const TREND_POINTS_MAX = 2000;

export type TrendPoint = readonly [x: number, y: number];

export interface Trend {
  /** Median of the slopes of all pairs, y per x. */
  readonly slope: number;
  /** Holds the true slope with the confidence; null: too few points. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Kendall's S: pairs that rise less pairs that fall. */
  readonly s: number;
  /** S over the number of pairs, -1 to 1. */
  readonly tau: number;
  /** Mann and Kendall's test of no trend, two-sided. */
  readonly p: number;
  readonly points: number;
}

/**
 * Slope of a line through points of which up to 29 % may be anywhere (Theil 1950), with Sen's interval (1968) and the
 * Mann-Kendall test. The interval is exact for up to 49 points without equal values, else by the normal
 * approximation with the variance for ties. Several groups share a slope and not a level: only pairs within a group
 * count (Hirsch, Slack and Smith 1982), so that a restart between them says nothing. Both test and interval take the
 * points as independent: sum up neighbours first.
 *
 * @returns null where no group has two points
 * @throws RangeError for more than 2,000 points, for x that does not rise within a group, and for what is not finite
 * @example
 * theilSen([[[1, 2], [2, 4], [3, 6], [4, 100], [5, 10]]], 0.9)?.slope; // 2
 */
export function theilSen(groups: readonly (readonly TrendPoint[])[], confidence: number): Trend | null {
  const used = groups.filter((group) => group.length > 1);
  const points = used.reduce((sum, group) => sum + group.length, 0);
  if (points > TREND_POINTS_MAX) throw new RangeError(`${points} points are more than ${TREND_POINTS_MAX}`);
  const pairs = used.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  if (pairs === 0) return null;
  const slopes = new Float64Array(pairs);
  let filled = 0;
  for (const group of used) filled = fillSlopes(slopes, filled, group);
  slopes.sort();
  const s = slopes.reduce((sum, slope) => sum + Math.sign(slope), 0);
  const terms = { sizes: used.map(({ length }) => length), ties: used.map((group) => tiesOf(group.map(([, y]) => y))) };
  const rank = lowerSlopeRank(terms, pairs, (1 - confidence) / 2);
  const [low, high] = [slopes[rank - 1], slopes[pairs - rank]];
  return {
    slope: medianOfSorted(slopes) ?? 0,
    interval: low === undefined || high === undefined ? null : [low, high],
    s,
    tau: s / pairs,
    p: kendallProbability(terms, s),
    points,
  };
}

function fillSlopes(slopes: Float64Array, from: number, group: readonly TrendPoint[]): number {
  let at = from;
  for (const [index, [x, y]] of group.entries()) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError(`the point (${x}, ${y}) is not finite`);
    for (const [earlierX, earlierY] of group.slice(0, index)) {
      if (earlierX >= x) throw new RangeError(`x does not rise from ${earlierX} to ${x}`);
      slopes[at] = (y - earlierY) / (x - earlierX);
      at += 1;
    }
  }
  return at;
}
