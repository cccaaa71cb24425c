/** What a load measured; latencies in milliseconds. */
export interface LoadResult {
  /** Done within the measured time. */
  readonly done: number;
  /** Done in all, the warm-up and what was under way at the end too. */
  readonly all: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Nearest rank: the smallest latency that at least `share` of them do not exceed. NaN where there are none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Throws where nothing was measured, because a rate of nothing is no figure. */
export function summarize(latenciesMs: readonly number[], measuredMs: number, all: number): LoadResult {
  if (latenciesMs.length === 0) throw new Error(`nothing was done within ${measuredMs} ms`);
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  return {
    done: sorted.length,
    all,
    perSecond: (sorted.length * 1000) / measuredMs,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    maxMs: percentile(sorted, 1),
  };
}
