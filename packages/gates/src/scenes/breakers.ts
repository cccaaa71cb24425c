import type {
  BreakerNeighbour,
  BreakerOpening,
  BreakerProbes,
  BreakerRecovery,
  BreakerRefusals,
  BreakerReset,
  BreakerRestart,
  BreakersBody,
  BreakerStuckProbe,
} from "@holdpoint/core";

export function breakerOpening(changes: Partial<BreakerOpening> = {}): BreakerOpening {
  return {
    fault: "error-answer",
    minimumCalls: 4,
    faultyCalls: 4,
    stateBefore: "closed",
    stateAfter: "open",
    ...changes,
  };
}

export function breakerRefusals(changes: Partial<BreakerRefusals> = {}): BreakerRefusals {
  return {
    submitted: 3,
    upstreamCalls: 0,
    deadLetters: 3,
    codes: ["HP-ACTION-CIRCUIT-OPEN", "HP-ACTION-CIRCUIT-OPEN", "HP-ACTION-CIRCUIT-OPEN"],
    ...changes,
  };
}

export function breakerProbes(changes: Partial<BreakerProbes> = {}): BreakerProbes {
  return { submitted: 8, upstreamAtOnce: 1, upstreamCalls: 1, refused: 7, ...changes };
}

export function breakerRecovery(changes: Partial<BreakerRecovery> = {}): BreakerRecovery {
  return {
    openMs: 400,
    faultEndedAtMs: 1_000,
    firstSuccessAtMs: 1_450,
    manualResets: 0,
    stateAfter: "closed",
    ...changes,
  };
}

export function breakerStuckProbe(changes: Partial<BreakerStuckProbe> = {}): BreakerStuckProbe {
  return { probeTimeoutMs: 300, stateAfterTimeout: "open", recoveredLater: true, ...changes };
}

export function breakerRestart(changes: Partial<BreakerRestart> = {}): BreakerRestart {
  return { stateBefore: "open", stateAfter: "open", upstreamCalls: 0, ...changes };
}

export function breakerReset(changes: Partial<BreakerReset> = {}): BreakerReset {
  return {
    by: "operator",
    stateBefore: "open",
    stateAfter: "closed",
    recordedActor: "operator",
    forbiddenStatus: 403,
    ...changes,
  };
}

export function breakerNeighbour(changes: Partial<BreakerNeighbour> = {}): BreakerNeighbour {
  return { adapter: "steady", state: "closed", submitted: 3, succeeded: 3, ...changes };
}

/** Breakers that did in every experiment what they are for. */
export function breakers(changes: Partial<BreakersBody> = {}): BreakersBody {
  return {
    openings: [breakerOpening(), breakerOpening({ fault: "slow" })],
    refusals: [breakerRefusals()],
    probes: [breakerProbes()],
    recoveries: [breakerRecovery()],
    stuckProbes: [breakerStuckProbe()],
    restarts: [breakerRestart()],
    resets: [breakerReset()],
    accounts: [{ figure: "failures", seen: 4, told: 4 }],
    neighbours: [breakerNeighbour()],
    ...changes,
  };
}
