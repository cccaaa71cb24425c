/**
 * What a histogram held when it was closed, sparse: any percentile can be computed again from it, and slices of one
 * layout add up. Values are whole microseconds. JSON.
 */
export interface HistogramSlice {
  readonly count: number;
  readonly sumUs: number;
  readonly minUs: number;
  readonly maxUs: number;
  /** Index and count in turn, by rising index; indexes as `bucketOf` gives them, counts above 0. */
  readonly buckets: readonly number[];
}

/** Percentiles of one clock, milliseconds; `null` where there was nothing to measure. */
export interface LatencySummary {
  readonly count: number;
  readonly min: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}
