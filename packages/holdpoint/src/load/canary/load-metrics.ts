import type { LatencySummary } from "@holdpoint/core";
import { figuresOf } from "../compare/run-figures.ts";
import type { FigureSource } from "../compare/run-figures.ts";

/** A figure of a slice of a load run. */
export interface LoadMetric {
  readonly id: string;
  readonly unit: "ms" | "%" | "/s";
  readonly better: "lower" | "higher";
  /** What matters whatever the percentage is: below it a difference is none. */
  readonly toleranceBy: number;
  readonly of: (slice: FigureSource) => number | null;
}

const FIGURES: readonly Exclude<keyof LatencySummary, "count" | "min">[] = [
  "mean",
  "p50",
  "p90",
  "p95",
  "p99",
  "p999",
  "max",
];

const LATENCIES = (["response", "service"] as const).flatMap((clock) =>
  FIGURES.map((figure): LoadMetric => {
    const of = (slice: FigureSource): number | null => slice[clock]?.[figure] ?? null;
    return { id: `${clock}.${figure}`, unit: "ms", better: "lower", toleranceBy: 1, of };
  }),
);

const COUNTS: readonly LoadMetric[] = [
  { id: "failed", unit: "%", better: "lower", toleranceBy: 0.1, of: (slice) => figuresOf(slice).failed },
  { id: "succeeded", unit: "/s", better: "higher", toleranceBy: 0, of: (slice) => figuresOf(slice).succeeded },
];

/** By name. `failed` is what failed or was dropped, in percent; `succeeded` is a rate. */
export const LOAD_METRICS: ReadonlyMap<string, LoadMetric> = new Map(
  [...LATENCIES, ...COUNTS].map((metric) => [metric.id, metric] as const),
);

export const LOAD_METRICS_DEFAULT: readonly string[] = ["response.p50", "response.p99", "failed", "succeeded"];
