import { incompleteBeta } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal.ts";

/** Ranks count from 1, the smallest sample. */
export interface QuantileRanks {
  readonly low: number;
  readonly high: number;
}

/**
 * The two samples, by rank, between which a quantile lies with at least the confidence, whatever the distribution:
 * the number of samples below the quantile is binomial, and each end leaves at most half of the rest outside
 * (Conover, Practical Nonparametric Statistics, 3rd edition, section 3.2). Null where there are too few samples for
 * one of the ends: that is no interval, not a wide one.
 *
 * @throws RangeError for a count that is no count, and for a quantile or confidence not between 0 and 1
 * @example
 * quantileRanks(10, 0.5, 0.95); // { low: 2, high: 9 }
 * quantileRanks(100, 0.99, 0.95); // null: the largest sample may well be below the p99
 */
export function quantileRanks(n: number, quantile: number, confidence: number): QuantileRanks | null {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is no number of samples`);
  for (const share of [quantile, confidence])
    if (!(share > 0 && share < 1))
      throw new RangeError(`a quantile and a confidence are between 0 and 1, not ${share}`);
  const outside = (1 - confidence) / 2;
  const low = lowestRank(n, quantile, outside);
  const high = n + 1 - lowestRank(n, 1 - quantile, outside);
  return low < 1 || high > n ? null : { low, high };
}

/** Largest rank k with P(fewer than k samples below the quantile) <= outside; 0 when there is none. */
function lowestRank(n: number, quantile: number, outside: number): number {
  const sd = Math.sqrt(n * quantile * (1 - quantile));
  const guess = Math.floor(n * quantile + normalQuantile(outside) * sd);
  let rank = Math.min(n, Math.max(0, guess));
  while (rank > 0 && fewerThan(rank, n, quantile) > outside) rank -= 1;
  while (rank < n && fewerThan(rank + 1, n, quantile) <= outside) rank += 1;
  return rank;
}

/** P(B < k) of a binomial B; 0 < k <= n. */
function fewerThan(k: number, n: number, quantile: number): number {
  return incompleteBeta(1 - quantile, n - k + 1, k);
}
