import type { LoadTrend, TrendChange } from "../load/trend/load-trends.ts";
import { loadTrends } from "../load/trend/load-trends.ts";
import { P99, trendMetric } from "../load/trend/trend-metrics.ts";
import type { DigestRun } from "./digest.ts";

const TRENDS_MAX = 50;
const POINTS_MAX = 40;
const CHANGES_MAX = 50;
/** A level may change in the middle and not at the end, or the other way round. */
const WATCHED = ["response.p50", P99.id, "failed"] as const;

export interface LoadDigest {
  readonly metric: string;
  /** Of response p50, p99 and the share that failed, newest first; at most 50. */
  readonly changes: readonly LoadChange[];
  /** By load; at most 50, each with its last 40 runs and every change of the period. */
  readonly trends: readonly LoadTrend[];
  /** Trends beyond these. */
  readonly more: number;
  /** Load runs that do not say their plan or their machine. */
  readonly incomparable: number;
}

export interface LoadChange extends TrendChange {
  readonly load: string;
  readonly metric: string;
}

/** How the response time of each load went over the period. */
export function loadDigest(runs: readonly DigestRun[]): LoadDigest | null {
  const { trends, incomparable } = loadTrends(runs, P99);
  if (trends.length === 0 && incomparable === 0) return null;
  return {
    metric: P99.id,
    changes: changesOf(runs).slice(0, CHANGES_MAX),
    trends: trends.slice(0, TRENDS_MAX).map((trend) => ({ ...trend, points: trend.points.slice(-POINTS_MAX) })),
    more: Math.max(0, trends.length - TRENDS_MAX),
    incomparable,
  };
}

function changesOf(runs: readonly DigestRun[]): LoadChange[] {
  return WATCHED.flatMap((metric) =>
    loadTrends(runs, trendMetric(metric)).trends.flatMap(({ load, changes }) =>
      changes.map((change) => ({ load, metric, ...change })),
    ),
  ).sort((a, b) => b.seq - a.seq || (a.load === b.load ? 0 : a.load < b.load ? -1 : 1));
}
