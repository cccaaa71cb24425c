import type { LatencySummary, LoadWindow, SloResult } from "@holdpoint/core";

export interface LatencyLimit {
  readonly clock: "response" | "service";
  readonly key: "p50" | "p90" | "p95" | "p99" | "p999";
  readonly maxMs: number;
  readonly text: string;
}

const KEYS: Readonly<Record<string, LatencyLimit["key"]>> = {
  p50: "p50",
  p90: "p90",
  p95: "p95",
  p99: "p99",
  "p99.9": "p999",
};

/** Limits of the whole target that windows can be held against; a result keeps its terms as text alone. */
export function latencyLimits(slo: readonly SloResult[]): readonly LatencyLimit[] {
  return slo.flatMap(({ kind, scope, text, bound }) => {
    if (kind !== "percentile" || [scope.phase, scope.endpoint, scope.tag].some((part) => part !== null)) return [];
    const [, name = "", clock] = /^(p[\d.]+) of (response|service) time /.exec(text) ?? [];
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    if (key === undefined || clock === undefined) return [];
    return [{ clock: clock as LatencyLimit["clock"], key, maxMs: bound, text: `${name} of ${clock} time` }];
  });
}

/** Whether a window lies beyond one of them, or something failed or was dropped in it. */
export function isMissed(window: LoadWindow, limits: readonly LatencyLimit[]): boolean {
  if (window.failed + window.dropped > 0) return true;
  return limits.some(({ clock, key, maxMs }) => {
    const summary: LatencySummary | null = window[clock];
    return summary !== null && summary[key] > maxMs;
  });
}
