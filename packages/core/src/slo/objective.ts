export type Clock = "response" | "service";

/** Which requests an objective is about; `null`: all. */
export interface Scope {
  readonly phase: string | null;
  readonly endpoint: string | null;
  readonly tag: string | null;
}

/** Judged on every rolling window of the run; `null`: on the whole of it. */
export interface WindowTerms {
  readonly sizeMs: number;
  readonly stepMs: number;
  /** So many windows may be missed before the objective is. */
  readonly violationsMax: number;
}

interface Common {
  readonly id: string;
  readonly scope: Scope;
  readonly window: WindowTerms | null;
}

/** A limit of a percentile: judged by its order-statistic interval, so it wants samples. */
export interface PercentileObjective extends Common {
  readonly kind: "percentile";
  readonly clock: Clock;
  /** Above 0, below 1. */
  readonly quantile: number;
  readonly maxMs: number;
  /** At least; 10 / (1 - quantile) unless more is asked. */
  readonly minSamples: number;
}

/** So large a share of requests has to be good; has a budget in requests, and a burn rate. */
export interface EventObjective extends Common {
  readonly kind: "events";
  /** Good: answered as the checks want, and within the limit where there is one. */
  readonly within: { readonly clock: Clock; readonly maxMs: number } | null;
  /** Above 0, below 1: 0.99 is "99 %". */
  readonly ratio: number;
  readonly minSamples: number;
  /** Empty: pairs scaled to the length of the run. */
  readonly burn: readonly BurnTerms[];
}

/** Requests that succeeded, a second. */
export interface ThroughputObjective extends Common {
  readonly kind: "throughput";
  readonly minPerS: number;
}

export type Objective = PercentileObjective | EventObjective | ThroughputObjective;

/** An alarm where the budget burns faster than `factor` over both windows. */
export interface BurnTerms {
  readonly longMs: number;
  readonly shortMs: number;
  readonly factor: number;
}

export type SloOutcome = "pass" | "fail" | "inconclusive" | "invalid";

export interface SloResult {
  readonly id: string;
  /** As a person would say it: `p99 of response time <= 300 ms`. */
  readonly text: string;
  readonly kind: Objective["kind"];
  readonly scope: Scope;
  readonly outcome: SloOutcome;
  readonly reason: string;
  /**
   * Milliseconds, a share, or requests a second; null without samples, and for a percentile that falls among what
   * failed or was dropped: that has no time, and counts as slower than any limit.
   */
  readonly observed: number | null;
  readonly bound: number;
  /** Distribution-free interval of the percentile at 95 %, milliseconds; null where one of its ends has no time. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly samples: number;
  readonly minSamples: number;
  readonly budget: SloBudget | null;
  readonly windows: { readonly judged: number; readonly missed: number; readonly inconclusive: number } | null;
}

export interface SloBudget {
  /** Bad requests that the objective allows in this run. */
  readonly allowed: number;
  readonly spent: number;
  /** Bad share over (1 - ratio); 1 spends the budget exactly. */
  readonly burnRate: number;
  readonly alerts: readonly (BurnTerms & { readonly fired: number; readonly worst: number })[];
}
