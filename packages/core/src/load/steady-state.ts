import type { SloResult } from "../slo/objective.ts";

/** `perf-steady-state-<ts>.json`: percentiles over sliding windows, and what became of the budgets; milliseconds. */
export interface SteadyState {
  readonly schema: "holdpoint/perf-steady-state/v1";
  readonly id: string;
  readonly startedAtMs: number;
  readonly url: string;
  /** SHA-256 of the plan in RFC 8785 form, hexadecimal. */
  readonly planSha256: string;
  readonly validity: "valid" | "invalid";
  readonly windowMs: number;
  readonly stepMs: number;
  /** Only windows that lie within one phase of even load. */
  readonly windows: readonly SteadyWindow[];
  readonly response: SteadySpread | null;
  readonly service: SteadySpread | null;
  readonly budgets: readonly SteadyBudget[];
}

export interface SteadyWindow {
  readonly phase: string;
  readonly startMs: number;
  readonly completed: number;
  readonly failed: number;
  readonly dropped: number;
  readonly response: SteadyPercentiles | null;
  readonly service: SteadyPercentiles | null;
}

export interface SteadyPercentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The best and the worst window: what a percentile of the whole run cannot tell. */
export interface SteadySpread {
  readonly best: SteadyPercentiles;
  readonly worst: SteadyPercentiles;
}

export type SteadyBudget = Pick<
  SloResult,
  "id" | "text" | "outcome" | "reason" | "observed" | "bound" | "budget" | "windows"
>;
