/** Which of all differences in order is the lower end of an interval, from 1 on, and what is left out below it. */
export interface IntervalEnd {
  readonly rank: number;
  readonly below: number;
}

/**
 * By Wilcoxon's signed-rank statistic of n differences: its smallest value that is not exceeded with at least `p`, 1
 * at least, and the probability of less. All 2^n signs are counted out.
 */
export function signedRankEnd(n: number, p: number): IntervalEnd {
  let shares = [1];
  for (let rank = 1; rank <= n; rank++) {
    const before = shares;
    shares = Array.from(
      { length: before.length + rank },
      (_, sum) => ((before[sum] ?? 0) + (before[sum - rank] ?? 0)) / 2,
    );
  }
  return endOf(shares, p);
}

/**
 * The same of Mann and Whitney's statistic of m and n values, by the product of (1 - x^(n + i)) / (1 - x^i): exact in
 * the lower tail, where counts are whole numbers below 2^53.
 */
export function rankSumEnd(m: number, n: number, p: number): IntervalEnd {
  const counts: number[] = Array.from({ length: m * n + 1 }, () => 0);
  counts[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let sum = m * n; sum >= n + i; sum--) counts[sum] = (counts[sum] ?? 0) - (counts[sum - n - i] ?? 0);
    for (let sum = i; sum <= m * n; sum++) counts[sum] = (counts[sum] ?? 0) + (counts[sum - i] ?? 0);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return endOf(
    counts.map((count) => count / total),
    p,
  );
}

function endOf(shares: readonly number[], p: number): IntervalEnd {
  let below = shares[0] ?? 0;
  let rank = 1;
  // A hair of rounding must not push a tabled quantile one further.
  while (rank < shares.length - 1 && below + (shares[rank] ?? 0) < p * (1 - 1e-12)) {
    below += shares[rank] ?? 0;
    rank += 1;
  }
  return { rank, below };
}
