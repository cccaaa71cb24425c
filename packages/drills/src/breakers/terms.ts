import type { BreakersBody, JsonObject } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import type { DrillRule } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";

/** An experiment has an adapter, and so a breaker, of its own. */
export const ADAPTERS: readonly string[] = [
  "erring",
  "sluggish",
  "probing",
  "recovering",
  "stuck",
  "lasting",
  "steady",
];

export const LIMITS = {
  window_calls: 8,
  minimum_calls: 4,
  failure_rate_percent: 50,
  slow_call_ms: 1500,
  slow_call_rate_percent: 50,
  open_ms: 1200,
  probe_timeout_ms: 1000,
} as const;

/** Longer than a slow call may take, and shorter than a probe may. */
export const SLOW_MS = 1600;
export const DELAY_MS = 700;

/** One failed call is one failed action: retries would blur the count. */
export const SETTINGS: JsonObject = {
  breaker: LIMITS,
  retry: { connection_bootstrap: 0, timeout: 0, execution_error: 0, backpressure: 0, unknown: 0 },
  executor: { timeout_ms: 6000 },
};

export const RULES: readonly DrillRule[] = [{ id: "all", adapters: ["*"], decision: "allow" }];

export interface Experiment {
  readonly house: House;
  readonly context: DrillContext;
}

export type BreakerPart = keyof BreakersBody;
