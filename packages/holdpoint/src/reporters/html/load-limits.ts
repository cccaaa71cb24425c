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
  return slo.flatMap((one) => {
    const { scope } = one;
    const isWhole = [scope.phase, scope.endpoint, scope.tag].every((part) => part === null);
    return isWhole ? (one.kind === "percentile" ? percentileLimit(one) : eventLimit(one)) : [];
  });
}

function percentileLimit({ text, bound }: SloResult): LatencyLimit[] {
  const [, name = "", clock = ""] = /^(p[\d.]+) of (response|service) time /.exec(text) ?? [];
  return limitOf(name, clock, bound, `${name} of ${clock} time`);
}

/** That 99 % take 300 ms at most says the same of a window as that its p99 does. */
function eventLimit({ text }: SloResult): LatencyLimit[] {
  const [, share = "", ms = "", clock = ""] =
    /^([\d.]+)% ok within ([\d.]+) ms of (response|service) time/.exec(text) ?? [];
  return limitOf(`p${share}`, clock, Number(ms), `${share}% of ${clock} time`);
}

function limitOf(name: string, clock: string, maxMs: number, text: string): LatencyLimit[] {
  const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  return key === undefined || clock === "" ? [] : [{ clock: clock as LatencyLimit["clock"], key, maxMs, text }];
}

/** Whether a window lies beyond one of them, or something failed or was dropped in it. */
export function isMissed(window: LoadWindow, limits: readonly LatencyLimit[]): boolean {
  if (window.failed + window.dropped > 0) return true;
  return limits.some(({ clock, key, maxMs }) => {
    const summary: LatencySummary | null = window[clock];
    return summary !== null && summary[key] > maxMs;
  });
}
