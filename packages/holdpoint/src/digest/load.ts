import type { LoadTrend } from "../load/trend/load-trends.ts";
import { loadTrends } from "../load/trend/load-trends.ts";
import { P99 } from "../load/trend/trend-metrics.ts";
import type { DigestRun } from "./digest.ts";

const TRENDS_MAX = 50;
const POINTS_MAX = 40;

export interface LoadDigest {
  readonly metric: string;
  /** By load; at most 50, each with its last 40 runs and every change of the period. */
  readonly trends: readonly LoadTrend[];
  /** Trends beyond these. */
  readonly more: number;
  /** Load runs that do not say their plan or their machine. */
  readonly incomparable: number;
}

/** How the response time of each load went over the period. */
export function loadDigest(runs: readonly DigestRun[]): LoadDigest | null {
  const { trends, incomparable } = loadTrends(runs, P99);
  if (trends.length === 0 && incomparable === 0) return null;
  return {
    metric: P99.id,
    trends: trends.slice(0, TRENDS_MAX).map((trend) => ({ ...trend, points: trend.points.slice(-POINTS_MAX) })),
    more: Math.max(0, trends.length - TRENDS_MAX),
    incomparable,
  };
}
