export interface Beyond {
  /** Values of the candidate that are worse than anything that the baseline had, and than what it may be. */
  readonly count: number;
  readonly of: number;
  /** How often chance alone would put so many of the worst on this side, were both the same. */
  readonly p: number;
}

/**
 * The candidate's values beyond all of the baseline's. A shift is about the middle: a candidate that freezes one second
 * in ten has none, and this (an exceedance test, exact) sees it.
 *
 * @param tolerance 0 or more, in the metric's unit
 * @example
 * beyond([10, 11, 10], [10, 90, 95], "rise", 1); // { count: 2, of: 3, p: 0.2 }
 */
export function beyond(
  baseline: readonly number[],
  canary: readonly number[],
  worse: "rise" | "fall",
  tolerance: number,
): Beyond {
  const sign = worse === "rise" ? 1 : -1;
  const limit = baseline.reduce((most, value) => Math.max(most, sign * value), Number.NEGATIVE_INFINITY) + tolerance;
  const count = canary.filter((value) => sign * value > limit).length;
  const [n, m] = [baseline.length, canary.length];
  let p = 1;
  for (let at = 0; at < count; at += 1) p *= (m - at) / (n + m - at);
  return { count, of: m, p };
}
