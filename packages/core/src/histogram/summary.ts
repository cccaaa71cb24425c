import type { LatencySummary } from "./slice.ts";

/** What a summary is made of; microseconds. */
export interface Quantiles {
  readonly count: number;
  readonly sumUs: number;
  readonly minUs: number;
  readonly maxUs: number;
  quantile(q: number): number | null;
}

/** Percentiles in milliseconds, to the microsecond; null where nothing was measured. */
export function summaryOf(of: Quantiles): LatencySummary | null {
  if (of.count === 0) return null;
  const at = (q: number): number => (of.quantile(q) ?? 0) / 1000;
  return {
    count: of.count,
    min: of.minUs / 1000,
    mean: Math.round(of.sumUs / of.count) / 1000,
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
    max: of.maxUs / 1000,
  };
}
