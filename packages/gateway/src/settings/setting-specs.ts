import type { SettingPath, SettingSpec } from "../contract/settings.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function retries(normal: number, of: string): SettingSpec {
  return { default: normal, min: 0, max: 10, unit: "retries", title: `Retries of one action after ${of}` };
}

/** Every setting that can be changed while the gateway runs, with its bounds; the closed list of paths. */
export const SETTING_SPECS: Readonly<Record<SettingPath, SettingSpec>> = {
  "freeze.active": {
    default: false,
    min: 0,
    max: 1,
    unit: "boolean",
    title: "While true the guardian denies everything, also what was allowed and has not started",
  },
  "executor.concurrency": { default: 256, min: 1, max: 10_000, unit: "calls", title: "Calls that run at once, in all" },
  "executor.per_adapter_concurrency": {
    default: 128,
    min: 1,
    max: 10_000,
    unit: "calls",
    title: "Calls of one adapter that run at once",
  },
  "executor.timeout_ms": { default: 30_000, min: 1, max: HOUR_MS, unit: "ms", title: "Longest time of one attempt" },
  "executor.result_size_bytes": {
    default: 262_144,
    min: 1024,
    max: 16_777_216,
    unit: "bytes",
    title: "Largest result that is taken",
  },
  "retry.base_ms": { default: 200, min: 1, max: MINUTE_MS, unit: "ms", title: "Shortest wait before a retry" },
  "retry.cap_ms": { default: 10_000, min: 1, max: HOUR_MS, unit: "ms", title: "Longest wait before a retry" },
  "retry.connection_bootstrap": retries(3, "a connection that was not made"),
  "retry.timeout": retries(2, "a timeout"),
  "retry.execution_error": retries(2, "an error of the other side"),
  "retry.backpressure": retries(3, "a refusal for too much work"),
  "retry.unknown": retries(1, "an outcome of no known class"),
  "breaker.window_calls": { default: 20, min: 1, max: 10_000, unit: "calls", title: "Calls that a breaker looks at" },
  "breaker.minimum_calls": {
    default: 10,
    min: 1,
    max: 10_000,
    unit: "calls",
    title: "Calls before which a breaker does not open",
  },
  "breaker.failure_rate_percent": {
    default: 50,
    min: 1,
    max: 100,
    unit: "percent",
    title: "Share of failed calls at which a breaker opens",
  },
  "breaker.slow_call_ms": { default: 5000, min: 1, max: HOUR_MS, unit: "ms", title: "From here on a call is slow" },
  "breaker.slow_call_rate_percent": {
    default: 80,
    min: 1,
    max: 100,
    unit: "percent",
    title: "Share of slow calls at which a breaker opens",
  },
  "breaker.open_ms": {
    default: 5000,
    min: 1,
    max: DAY_MS,
    unit: "ms",
    title: "Time before an open breaker tries again",
  },
  "breaker.probe_timeout_ms": {
    default: 10_000,
    min: 1,
    max: HOUR_MS,
    unit: "ms",
    title: "Time after which a probe that does not end has failed",
  },
  "limits.live_actions": {
    default: 10_000,
    min: 1,
    max: 1_000_000,
    unit: "actions",
    title: "Actions that are accepted and have not ended",
  },
  "limits.requests_per_second_per_actor": {
    default: 20_000,
    min: 1,
    max: 100_000,
    unit: "requests/s",
    title: "Requests of one actor, in the long run",
  },
  "limits.burst_per_actor": {
    default: 20_000,
    min: 1,
    max: 100_000,
    unit: "requests",
    title: "Requests of one actor at once",
  },
  "http.wait_ms": {
    default: 10_000,
    min: 0,
    max: 120_000,
    unit: "ms",
    title: "Time that a submission waits for the end when the client does not say",
  },
  "http.wait_ms_max": {
    default: 30_000,
    min: 0,
    max: 120_000,
    unit: "ms",
    title: "Longest time that a client can make a submission wait",
  },
};

export const SETTING_PATHS: readonly SettingPath[] = Object.keys(SETTING_SPECS) as SettingPath[];

/** Pairs of which the first may not be above the second. */
export const SETTING_ORDER: readonly (readonly [SettingPath, SettingPath])[] = [
  ["retry.base_ms", "retry.cap_ms"],
  ["breaker.minimum_calls", "breaker.window_calls"],
  ["http.wait_ms", "http.wait_ms_max"],
];
