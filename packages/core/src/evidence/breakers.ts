/**
 * Body of `breakers` evidence: what a real gateway's breakers did while its upstream failed. One list an experiment.
 */
export interface BreakersBody {
  readonly openings: readonly BreakerOpening[];
  readonly refusals: readonly BreakerRefusals[];
  readonly probes: readonly BreakerProbes[];
  readonly recoveries: readonly BreakerRecovery[];
  readonly stuckProbes: readonly BreakerStuckProbe[];
  readonly restarts: readonly BreakerRestart[];
  readonly resets: readonly BreakerReset[];
  readonly accounts: readonly BreakerAccount[];
  readonly neighbours: readonly BreakerNeighbour[];
}

/** Calls that went wrong until the breaker opened, or did not. */
export interface BreakerOpening {
  /** How the upstream went wrong: `error-answer`, `slow`… */
  readonly fault: string;
  readonly minimumCalls: number;
  /** Calls that reached the upstream and went wrong. */
  readonly faultyCalls: number;
  /** State after one call fewer than the minimum, and after all. */
  readonly stateBefore: string;
  readonly stateAfter: string;
}

/** Submissions while the breaker was open. */
export interface BreakerRefusals {
  readonly submitted: number;
  readonly upstreamCalls: number;
  readonly deadLetters: number;
  /** Error codes of the actions, one each. */
  readonly codes: readonly string[];
}

/** Submissions at one moment when the breaker was due for a probe. */
export interface BreakerProbes {
  readonly submitted: number;
  /** How many the upstream held at once. */
  readonly upstreamAtOnce: number;
  readonly upstreamCalls: number;
  readonly refused: number;
}

/** From the end of the fault to the first success that nobody helped along. */
export interface BreakerRecovery {
  readonly openMs: number;
  readonly faultEndedAtMs: number;
  /** Null: there was none in the time allowed. */
  readonly firstSuccessAtMs: number | null;
  readonly manualResets: number;
  readonly stateAfter: string;
}

/** A probe that hangs. */
export interface BreakerStuckProbe {
  readonly probeTimeoutMs: number;
  readonly stateAfterTimeout: string;
  readonly recoveredLater: boolean;
}

export interface BreakerRestart {
  readonly stateBefore: string;
  readonly stateAfter: string;
  /** Calls that a submission right after the restart caused. */
  readonly upstreamCalls: number;
}

export interface BreakerReset {
  readonly by: string;
  readonly stateBefore: string;
  readonly stateAfter: string;
  /** Actor in the record of the reset; null when there is no record. */
  readonly recordedActor: string | null;
  /** Status of the same request by somebody who must not. */
  readonly forbiddenStatus: number;
}

/** What happened as the drill saw it and as the gateway tells it. */
export interface BreakerAccount {
  readonly figure: string;
  readonly seen: number;
  readonly told: number | null;
}

/** Another adapter while the first one's breaker was open. */
export interface BreakerNeighbour {
  readonly adapter: string;
  readonly state: string;
  readonly submitted: number;
  readonly succeeded: number;
}
