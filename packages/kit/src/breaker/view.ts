export type BreakerState = "closed" | "open" | "half-open";

export type TransitionReason =
  | "failure-rate"
  | "slow-call-rate"
  | "open-time-over"
  | "probes-succeeded"
  | "probe-failed"
  | "probe-slow"
  | "probe-timeout"
  | "reset"
  | "snapshot-unreadable";

/** A change of state. */
export interface BreakerChange {
  readonly from: BreakerState;
  readonly to: BreakerState;
  readonly reason: TransitionReason;
  /** As the caller's clock said. */
  readonly atMs: number;
}

export type Admission =
  | { readonly admitted: true; readonly token: BreakerToken }
  | { readonly admitted: false; readonly retryAfterMs: number; readonly state: BreakerState };

/** The right to one call. It is ended by `record` or `release`, once; a probe that is not ended runs into its limit. */
export interface BreakerToken {
  readonly probe: boolean;
}

export interface CallOutcome {
  /** False for exceptions and for answers that say it went wrong. */
  readonly ok: boolean;
  readonly durationMs: number;
}

/** `late`: the breaker has changed its state since; `ended`: recorded or released before, or not of this breaker. */
export type Recorded = "counted" | "late" | "ended";

/** What a person sees; JSON. Rates are in percent, cut to two decimals, null without calls. */
export type BreakerView = {
  readonly state: BreakerState;
  readonly calls: number;
  readonly failures: number;
  readonly slow: number;
  readonly failure_rate: number | null;
  readonly slow_rate: number | null;
  /** Milliseconds since 1970; null while closed. */
  readonly opened_at: number | null;
  readonly retry_after_ms: number;
  readonly probes_running: number;
  readonly probes_succeeded: number;
  /** Times it opened since it was closed. */
  readonly openings: number;
  /** Since it was made. */
  readonly admitted_total: number;
  readonly refused_total: number;
  readonly late_total: number;
};

/** The last calls and changes of state, oldest first; JSON. */
export type BreakerMetrics = {
  readonly calls: readonly {
    readonly at: number;
    readonly ok: boolean;
    readonly slow: boolean;
    readonly duration_ms: number;
    readonly probe: boolean;
  }[];
  readonly transitions: readonly {
    readonly at: number;
    readonly from: BreakerState;
    readonly to: BreakerState;
    readonly reason: TransitionReason;
  }[];
};

export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 10_000) / whole) / 100;
}
