import { findRoot } from "./find-root.ts";
import { normalQuantile } from "./normal.ts";
import { medianOfSorted, sorted } from "./order.ts";
import { ranksOf } from "./ranks.ts";
import type { IntervalEnd } from "./wilcoxon-distribution.ts";
import { rankSumEnd, signedRankEnd } from "./wilcoxon-distribution.ts";

/** From here on R approximates, too. */
const EXACT_BELOW = 50;
export const SHIFT_SAMPLES_MAX = 5000;

export interface Shift {
  /** By how much the one is larger: the Hodges-Lehmann estimate. */
  readonly shift: number;
  readonly interval: readonly [low: number, high: number];
  /** What the interval really has: a few pairs cannot reach what was asked for. */
  readonly confidence: number;
  readonly method: "exact" | "normal";
}

/**
 * Location of paired differences, as R's `wilcox.test(x, y, paired = TRUE, conf.int = TRUE)` has it (Bauer 1972): the
 * median of the means of all pairs of differences, with the interval of the signed-rank test. Exact below 50
 * differences without equal or zero ones; else where the normal statistic, corrected for continuity, crosses its
 * quantile, by Brent's method to 1e-4. Unlike R it keeps differences of zero, which are evidence of no shift; and where
 * a few ties cannot reach the confidence it gives both ends with the confidence that they have.
 *
 * @returns null for no differences
 * @throws RangeError for NaN, and for more than 5,000
 */
export function pairedShift(differences: readonly number[], confidence: number): Shift | null {
  const order = checked(differences);
  const n = differences.length;
  if (n === 0) return null;
  const isTied = ranksOf(differences.map(Math.abs)).ties > 0 || differences.includes(0);
  if (n < EXACT_BELOW && !isTied) {
    const walsh = differences.flatMap((a, index) => differences.slice(index).map((b) => (a + b) / 2));
    return exactShift(walsh, signedRankEnd(n, (1 - confidence) / 2));
  }
  const ends = [order[0] ?? 0, order.at(-1) ?? 0] as const;
  const reached = Math.min(confidence, 1 - 2 ** (1 - n));
  return normalShift((d, corrected) => signedRankZ(differences, d, corrected), ends, { confidence, reached });
}

/**
 * By how much x is larger than y, as R's `wilcox.test(x, y, conf.int = TRUE)` has it: the median of all differences
 * x - y, with the interval of the rank-sum test; exact and approximate as above.
 */
export function unpairedShift(x: readonly number[], y: readonly number[], confidence: number): Shift | null {
  const [xs, ys] = [checked(x), checked(y)];
  if (x.length === 0 || y.length === 0) return null;
  if (x.length < EXACT_BELOW && y.length < EXACT_BELOW && ranksOf([...x, ...y]).ties === 0) {
    const differences = x.flatMap((a) => y.map((b) => a - b));
    return exactShift(differences, rankSumEnd(x.length, y.length, (1 - confidence) / 2));
  }
  const ends = [(xs[0] ?? 0) - (ys.at(-1) ?? 0), (xs.at(-1) ?? 0) - (ys[0] ?? 0)] as const;
  const reached = Math.min(confidence, 1 - 2 / orders(x.length, y.length));
  return normalShift((d, corrected) => rankSumZ(x, y, d, corrected), ends, { confidence, reached });
}

function checked(values: readonly number[]): Float64Array {
  if (values.length > SHIFT_SAMPLES_MAX) throw new RangeError(`${values.length} are more than ${SHIFT_SAMPLES_MAX}`);
  return sorted(values);
}

function exactShift(all: readonly number[], { rank, below }: IntervalEnd): Shift | null {
  const order = sorted(all);
  const [shift, low, high] = [medianOfSorted(order), order[rank - 1], order[order.length - rank]];
  if (shift === null || low === undefined || high === undefined) return null;
  return { shift, interval: [low, high], confidence: 1 - 2 * below, method: "exact" };
}

/** In how many orders m and n values can stand. */
function orders(m: number, n: number): number {
  let all = 1;
  for (let at = 0; at < Math.min(m, n); at += 1) all = (all * (m + n - at)) / (at + 1);
  return all;
}

type Statistic = (d: number, corrected: boolean) => number;

/** Where the statistic, which falls as d rises, crosses its quantiles; the ends where it never does. */
function normalShift(
  z: Statistic,
  [low, high]: readonly [number, number],
  { confidence, reached }: { readonly confidence: number; readonly reached: number },
): Shift {
  if (low === high) return { shift: low, interval: [low, high], confidence: reached, method: "normal" };
  const cross = (wanted: number, corrected: boolean): number => {
    const off = (d: number): number => z(d, corrected) - wanted;
    if (off(low) <= 0) return low;
    return off(high) >= 0 ? high : findRoot(off, low, high);
  };
  const far = -normalQuantile((1 - confidence) / 2);
  const interval = [cross(far, true), cross(-far, true)] as const;
  return { shift: cross(0, false), interval, confidence: reached, method: "normal" };
}

function signedRankZ(differences: readonly number[], d: number, corrected: boolean): number {
  const moved = differences.map((one) => one - d).filter((one) => one !== 0);
  const n = moved.length;
  const { ranks, ties } = ranksOf(moved.map(Math.abs));
  const positive = moved.reduce((sum, one, index) => sum + (one > 0 ? (ranks[index] ?? 0) : 0), 0);
  return standardised(positive - (n * (n + 1)) / 4, (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48, corrected);
}

function rankSumZ(x: readonly number[], y: readonly number[], d: number, corrected: boolean): number {
  const [m, n] = [x.length, y.length];
  const { ranks, ties } = ranksOf([...x.map((one) => one - d), ...y]);
  const own = ranks.slice(0, m).reduce((sum, rank) => sum + rank, 0);
  const all = m + n;
  const variance = ((m * n) / 12) * (all + 1 - ties / (all * (all - 1)));
  return standardised(own - (m * (m + 1)) / 2 - (m * n) / 2, variance, corrected);
}

function standardised(off: number, variance: number, corrected: boolean): number {
  // All equal: neither on the one side nor on the other.
  return variance <= 0 ? 0 : (off - (corrected ? Math.sign(off) * 0.5 : 0)) / Math.sqrt(variance);
}
