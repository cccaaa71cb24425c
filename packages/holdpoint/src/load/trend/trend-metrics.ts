import type { LoadRunFigures } from "@holdpoint/core";
import { didYouMean, HoldpointError } from "@holdpoint/core";
import { latencyText, rateText } from "../picture/figures.ts";

/** A figure of load runs that has a history. */
export interface TrendMetric {
  readonly id: string;
  readonly better: "lower" | "higher";
  readonly unit: "ms" | "/s" | "%";
  readonly of: (run: LoadRunFigures) => number | null;
}

const latency = (clock: "response" | "service", percentile: "p50" | "p95" | "p99"): TrendMetric => ({
  id: `${clock}.${percentile}`,
  better: "lower",
  unit: "ms",
  of: (run) => run[clock]?.[percentile] ?? null,
});

export const P99: TrendMetric = latency("response", "p99");

const METRICS: readonly TrendMetric[] = [
  latency("response", "p50"),
  latency("response", "p95"),
  P99,
  latency("service", "p50"),
  latency("service", "p95"),
  latency("service", "p99"),
  { id: "achieved", better: "higher", unit: "/s", of: ({ achieved }) => achieved },
  {
    id: "failed",
    better: "lower",
    unit: "%",
    of: ({ failedShare }) => (failedShare === null ? null : failedShare * 100),
  },
];

/**
 * `p99` is short for `response.p99`.
 *
 * @throws HoldpointError `HP-USAGE` with the names that there are
 */
export function trendMetric(name: string): TrendMetric {
  const full = /^p\d+$/.test(name) ? `response.${name}` : name;
  const metric = METRICS.find(({ id }) => id === full);
  if (metric !== undefined) return metric;
  const names = METRICS.map(({ id }) => id);
  throw new HoldpointError(
    "HP-USAGE",
    `--metric ${JSON.stringify(name)} is none of ${names.join(", ")}${didYouMean(full, names)}`,
  );
}

export function metricText({ unit }: Pick<TrendMetric, "unit">, value: number | null): string {
  if (value === null) return "-";
  if (unit === "ms") return latencyText(value);
  return unit === "/s" ? rateText(value) : `${Number(value.toPrecision(3))} %`;
}
