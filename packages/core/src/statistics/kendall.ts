import { normalCdf, normalQuantile } from "./normal.ts";

/** Up to here the distribution is counted out where no values are equal, as R's `cor.test` does. */
const EXACT_MAX = 49;

/** What is compared with each other; across groups nothing is. */
export interface KendallTerms {
  readonly sizes: readonly number[];
  /** Sizes of the sets of equal values within each group. */
  readonly ties: readonly (readonly number[])[];
}

/** Sizes of the sets of equal values, two or more. */
export function tiesOf(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

/** Variance of Kendall's S where there is no trend, with ties; groups add up (Hirsch and Slack 1984). */
export function kendallVariance({ sizes, ties }: KendallTerms): number {
  const part = (n: number): number => n * (n - 1) * (2 * n + 5);
  const whole = sizes.reduce((sum, n) => sum + part(n), 0);
  return (whole - ties.flat().reduce((sum, n) => sum + part(n), 0)) / 18;
}

/**
 * Rank of the pairwise slope that is the lower end of an interval, counted from 1, of `pairs` slopes: fewer slopes
 * than that are below the true one with at most `outside`. 0: too few for an end.
 */
export function lowerSlopeRank(terms: KendallTerms, pairs: number, outside: number): number {
  const [n = 0, ...others] = terms.sizes;
  const tied = terms.ties.some((sizes) => sizes.length > 0);
  if (others.length === 0 && n <= EXACT_MAX && !tied) return exactRank(n, outside);
  return Math.max(0, Math.floor((pairs + normalQuantile(outside) * Math.sqrt(kendallVariance(terms))) / 2));
}

/** Two-sided probability of an S at least so far from 0 where there is no trend. */
export function kendallProbability(terms: KendallTerms, s: number): number {
  const [n = 0, ...others] = terms.sizes;
  if (others.length === 0 && n <= EXACT_MAX && !terms.ties.some((sizes) => sizes.length > 0)) {
    const pairs = (n * (n - 1)) / 2;
    const inversions = inversionShares(n);
    let tail = 0;
    for (let count = 0; count <= (pairs - Math.abs(s)) / 2; count++) tail += inversions[count] ?? 0;
    return Math.min(1, 2 * tail);
  }
  const variance = kendallVariance(terms);
  // S steps by two, so that one is the correction for continuity.
  return variance === 0 ? 1 : Math.min(1, 2 * normalCdf(-Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance)));
}

function exactRank(n: number, outside: number): number {
  let rank = 0;
  let below = 0;
  for (const share of inversionShares(n)) {
    below += share;
    if (below > outside) break;
    rank += 1;
  }
  return rank;
}

/** Share of the orders of n things that have k inversions, for every k: each thing adds 0 to its place. */
function inversionShares(n: number): readonly number[] {
  let shares: readonly number[] = [1];
  for (let size = 2; size <= n; size++) {
    const before = shares;
    let running = 0;
    shares = Array.from({ length: before.length + size - 1 }, (_, k) => {
      running += (before[k] ?? 0) - (before[k - size] ?? 0);
      return Math.max(0, running / size);
    });
  }
  return shares;
}
