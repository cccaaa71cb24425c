import { HoldpointError } from "@holdpoint/core";
import { boundedInteger } from "../bounds/bounded-integer.ts";

/**
 * The last so many calls, or those of the last so many milliseconds (in ten parts, so the oldest tenth goes at once).
 */
export type BreakerWindow =
  | { readonly kind: "count"; readonly calls: number }
  | { readonly kind: "time"; readonly windowMs: number };

/** Whole numbers all of them; `_PERCENT` from 1 to 100. */
export interface BreakerOptions {
  readonly window: BreakerWindow;
  /** Fewer calls than this in the window decide nothing. */
  readonly minimumCalls: number;
  readonly failureRatePercent: number;
  /** A call that takes this long or longer is slow. */
  readonly slowCallMs: number;
  readonly slowCallRatePercent: number;
  /** How long it stays open before it lets a probe through. */
  readonly openMs: number;
  /** What each failed probe makes of the wait before: 100 the same (default), 200 twice as long. */
  readonly openGrowthPercent?: number;
  /** The wait never grows beyond this; default: ten times `openMs`. */
  readonly openMsMax?: number;
  /** Calls that are let through half-open, and that must all be good for it to close; default 1. */
  readonly probes?: number;
  /** A probe that has not ended by then is a failure. */
  readonly probeTimeoutMs: number;
  /** Calls and transitions that `metrics` can tell of; default 100. */
  readonly history?: number;
}

export type CheckedBreakerOptions = Required<BreakerOptions>;

export const WINDOW_CALLS_MAX = 10_000;
export const WINDOW_MS_MAX = 3_600_000;
export const OPEN_MS_MAX = 86_400_000;
export const PROBES_MAX = 100;
export const HISTORY_MAX = 1000;

/**
 * The options with their defaults.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for a value out of bounds, and for more minimum calls than the window holds:
 * such a breaker could never open
 */
export function checkBreakerOptions(options: BreakerOptions): CheckedBreakerOptions {
  const { window } = options;
  const count = window.kind === "count" ? boundedInteger("window_calls", window.calls, 1, WINDOW_CALLS_MAX) : null;
  if (window.kind === "time") boundedInteger("window_ms", window.windowMs, 10, WINDOW_MS_MAX);
  const minimumCalls = boundedInteger("minimum_calls", options.minimumCalls, 1, WINDOW_CALLS_MAX);
  if (count !== null && minimumCalls > count) {
    throw new HoldpointError(
      "HP-CONFIG-VALUE",
      `minimum_calls is ${minimumCalls}, but the window holds ${count} calls`,
    );
  }
  const openMs = boundedInteger("open_ms", options.openMs, 1, OPEN_MS_MAX);
  const longest = Math.min(OPEN_MS_MAX, openMs * 10);
  return {
    window,
    minimumCalls,
    failureRatePercent: boundedInteger("failure_rate_percent", options.failureRatePercent, 1, 100),
    slowCallMs: boundedInteger("slow_call_ms", options.slowCallMs, 1, WINDOW_MS_MAX),
    slowCallRatePercent: boundedInteger("slow_call_rate_percent", options.slowCallRatePercent, 1, 100),
    openMs,
    openGrowthPercent: boundedInteger("open_growth_percent", options.openGrowthPercent ?? 100, 100, 1000),
    openMsMax: boundedInteger("open_ms_max", options.openMsMax ?? longest, openMs, OPEN_MS_MAX),
    probes: boundedInteger("probes", options.probes ?? 1, 1, PROBES_MAX),
    probeTimeoutMs: boundedInteger("probe_timeout_ms", options.probeTimeoutMs, 1, OPEN_MS_MAX),
    history: boundedInteger("history", options.history ?? 100, 1, HISTORY_MAX),
  };
}

/** Whether two windows keep their calls in the same way, so that one can go on with the other's. */
export function sameWindow(a: BreakerWindow, b: BreakerWindow): boolean {
  if (a.kind === "count") return b.kind === "count" && a.calls === b.calls;
  return b.kind === "time" && a.windowMs === b.windowMs;
}
