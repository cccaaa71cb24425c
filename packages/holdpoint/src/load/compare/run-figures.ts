import type { LatencySummary, LoadBody } from "@holdpoint/core";

/** Figures by which two runs are compared; null where one has none. */
export type RunFigures = Readonly<Record<FigureId, number | null>>;

export type FigureId = "response p50" | "response p95" | "response p99" | "service p99" | "failed" | "succeeded";

export interface FigureTerms {
  readonly id: FigureId;
  readonly unit: "ms" | "%" | "/s";
  readonly better: "lower" | "higher";
}

/** In the order in which they are told. */
export const FIGURES: readonly FigureTerms[] = [
  { id: "response p50", unit: "ms", better: "lower" },
  { id: "response p95", unit: "ms", better: "lower" },
  { id: "response p99", unit: "ms", better: "lower" },
  { id: "service p99", unit: "ms", better: "lower" },
  { id: "failed", unit: "%", better: "lower" },
  { id: "succeeded", unit: "/s", better: "higher" },
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
    "response p50": response?.p50 ?? null,
    "response p95": response?.p95 ?? null,
    "response p99": response?.p99 ?? null,
    "service p99": service?.p99 ?? null,
    failed: all === 0 ? null : ((failed + dropped) * 100) / all,
    succeeded: durationMs === 0 ? null : (completed * 1000) / durationMs,
  };
}

/** An invalid run has no figures: what it seems to show was not measured. */
export function figuresOfRun(body: LoadBody): RunFigures | null {
  return body.validity === "valid" ? figuresOf(body) : null;
}
