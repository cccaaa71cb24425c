import type { DeadLettersBody, JsonObject } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import type { DrillAdapter, DrillRule } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";
import type { UpstreamMode } from "../io/upstream.ts";

export interface Experiment {
  readonly house: House;
  readonly context: DrillContext;
}

export type LetterPart = keyof DeadLettersBody;

/** What a class of failure is made by, and how often it may be tried: once, and the budget's retries. */
export interface Cause {
  readonly failureClass: string;
  readonly adapter: string;
  readonly mode: UpstreamMode;
  readonly attemptsDue: number;
  /** False where nothing can arrive at the upstream. */
  readonly isCounted: boolean;
}

const BUDGET = { connection_bootstrap: 3, timeout: 2, execution_error: 2, backpressure: 3, unknown: 1 } as const;

export const SETTINGS: JsonObject = {
  retry: { ...BUDGET, base_ms: 5, cap_ms: 20 },
  // No breaker opens before it is asked to.
  breaker: { window_calls: 1000, minimum_calls: 1000 },
};

export const CAUSES: readonly Cause[] = [
  { failureClass: "execution_error", mode: "failing", retries: BUDGET.execution_error },
  { failureClass: "backpressure", mode: "busy", retries: BUDGET.backpressure },
  { failureClass: "timeout", mode: "hanging", retries: BUDGET.timeout },
  { failureClass: "unknown", mode: "reset", retries: BUDGET.unknown },
  { failureClass: "validation_failed", mode: "invalid", retries: 0 },
  { failureClass: "connection_bootstrap", mode: "healthy", retries: BUDGET.connection_bootstrap },
  { failureClass: "policy_denied", mode: "healthy", retries: 0 },
].map(({ failureClass, mode, retries }) => ({
  failureClass,
  adapter: `dies-of-${failureClass.replaceAll("_", "-")}`,
  mode: mode as UpstreamMode,
  attemptsDue: retries + 1,
  isCounted: mode !== "healthy",
}));

/** One adapter for each experiment, so that none sees another's letters. */
export const BREAKING = "breaking";
const EXPERIMENTS: readonly string[] = [
  BREAKING,
  "planned",
  "healing",
  "hopeless",
  "twice",
  "denied-by-now",
  "capped",
  "aborted",
];

export const ALLOWED: DrillRule = { id: "all", adapters: ["*"], decision: "allow" };

export function adaptersOf(urls: { readonly upstream: string; readonly deaf: string }): DrillAdapter[] {
  return [
    ...EXPERIMENTS.map((name) => ({ name, url: urls.upstream, idempotent: true })),
    ...CAUSES.map(({ adapter, failureClass }) => ({
      name: adapter,
      url: failureClass === "connection_bootstrap" ? urls.deaf : urls.upstream,
      idempotent: true,
      mayReach: failureClass !== "policy_denied",
      ...(failureClass === "timeout" ? { timeout: "1s" } : {}),
    })),
  ];
}
