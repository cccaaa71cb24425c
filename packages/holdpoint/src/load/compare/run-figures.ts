import type { LatencySummary, LoadBody } from "@holdpoint/core";

/** Figures by which two runs are compared; null where one has none. */
export type RunFigures = Readonly<Record<FigureId, number | null>>;

export type FigureId = "response p50" | "response p95" | "response p99" | "service p99" | "failed" | "succeeded";

export interface FigureTerms {
  readonly id: FigureId;
  readonly unit: "ms" | "%" | "/s";
  readonly better: "lower" | "higher";
  /** Requests of one run or block, below which it has none. */
  readonly wants: number;
}

/** Of fewer requests a percentile is luck: one at least must lie beyond it, of a median ten on both sides. */
export const SAMPLES_WANTED = { p50: 20, p95: 20, p99: 100 } as const;

/** In the order in which they are told. */
export const FIGURES: readonly FigureTerms[] = [
  { id: "response p50", unit: "ms", better: "lower", wants: SAMPLES_WANTED.p50 },
  { id: "response p95", unit: "ms", better: "lower", wants: SAMPLES_WANTED.p95 },
  { id: "response p99", unit: "ms", better: "lower", wants: SAMPLES_WANTED.p99 },
  { id: "service p99", unit: "ms", better: "lower", wants: SAMPLES_WANTED.p99 },
  { id: "failed", unit: "%", better: "lower", wants: 0 },
  { id: "succeeded", unit: "/s", better: "higher", wants: 0 },
];

export interface FigureSource {
  readonly response: LatencySummary | null;
  readonly service: LatencySummary | null;
  readonly completed: number;
  readonly failed: number;
  readonly dropped: number;
  readonly durationMs: number;
}

/** What a run, or a part of one, comes to. What was dropped failed those who asked. */
export function figuresOf({ response, service, completed, failed, dropped, durationMs }: FigureSource): RunFigures {
  const all = completed + failed + dropped;
  return {
    "response p50": percentileOf(response, "p50"),
    "response p95": percentileOf(response, "p95"),
    "response p99": percentileOf(response, "p99"),
    "service p99": percentileOf(service, "p99"),
    failed: all === 0 ? null : ((failed + dropped) * 100) / all,
    succeeded: durationMs === 0 ? null : (completed * 1000) / durationMs,
  };
}

function percentileOf(summary: LatencySummary | null, key: keyof typeof SAMPLES_WANTED): number | null {
  return summary === null || summary.count < SAMPLES_WANTED[key] ? null : summary[key];
}

/** An invalid run has no figures: what it seems to show was not measured. */
export function figuresOfRun(body: LoadBody): RunFigures | null {
  return body.validity === "valid" ? figuresOf(body) : null;
}
