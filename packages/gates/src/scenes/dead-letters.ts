import type {
  AbortSeen,
  CapSeen,
  DeadLettersBody,
  DeathSeen,
  FilterSeen,
  LetterRestartSeen,
  PlanSeen,
  PolicyReplaySeen,
  RepetitionSeen,
  ReplaySeen,
} from "@holdpoint/core";

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

export function death(changes: Partial<DeathSeen> = {}): DeathSeen {
  const failureClass = changes.failureClass ?? "execution_error";
  return {
    failureClass,
    action: `act_${failureClass}`,
    state: "DEAD",
    attemptsDue: 3,
    upstreamCalls: 3,
    letters: 1,
    letterClass: failureClass,
    letterAttempts: 3,
    actionDigest: digest("a"),
    letterDigest: digest("a"),
    correlation: "order-7",
    letterCorrelation: "order-7",
    traceparent: TRACEPARENT,
    letterTraceparent: TRACEPARENT,
    ...changes,
  };
}

export function refusedFilter(changes: Partial<FilterSeen> = {}): FilterSeen {
  return { filter: "{}", status: 422, code: "HP-GATEWAY-REPLAY-FILTER", ...changes };
}

export function planSeen(changes: Partial<PlanSeen> = {}): PlanSeen {
  return {
    expected: 3,
    planned: 3,
    lettersBefore: digest("b"),
    lettersAfter: digest("b"),
    actionsBefore: 9,
    actionsAfter: 9,
    upstreamCalls: 0,
    ...changes,
  };
}

export function replaySeen(changes: Partial<ReplaySeen> = {}): ReplaySeen {
  const failing = changes.upstream === "failing";
  return {
    upstream: "healthy",
    newActions: 1,
    newState: failing ? "DEAD" : "SUCCEEDED",
    linkedTo: "act_1",
    original: "act_1",
    generation: 1,
    sameTrace: false,
    originalBefore: digest("c"),
    originalAfter: digest("c"),
    letterStatus: failing ? "open" : "replayed",
    ...changes,
  };
}

export function repetition(changes: Partial<RepetitionSeen> = {}): RepetitionSeen {
  return { runs: 2, letters: 2, effects: 2, newActions: 2, ...changes };
}

export function policyReplay(changes: Partial<PolicyReplaySeen> = {}): PolicyReplaySeen {
  return { letters: 2, plannedDenials: 2, denied: 2, effects: 0, stillOpen: 2, ...changes };
}

export function capSeen(changes: Partial<CapSeen> = {}): CapSeen {
  return { planned: 6, max: 4, started: 4, ratePerSecond: 20, spanMs: 155, ...changes };
}

export function abortSeen(changes: Partial<AbortSeen> = {}): AbortSeen {
  return { planned: 6, startedAtAbort: 2, startedLater: 2, state: "aborted", ...changes };
}

export function letterRestart(changes: Partial<LetterRestartSeen> = {}): LetterRestartSeen {
  return { before: 7, after: 7, digestBefore: digest("d"), digestAfter: digest("d"), ...changes };
}

const CLASSES: readonly string[] = [
  "connection_bootstrap",
  "timeout",
  "circuit_open",
  "validation_failed",
  "execution_error",
  "backpressure",
  "policy_denied",
  "unknown",
];

/** A queue that kept every letter and replayed as it was told. */
export function deadLetters(changes: Partial<DeadLettersBody> = {}): DeadLettersBody {
  return {
    deaths: CLASSES.map((failureClass) => death({ failureClass })),
    refusedFilters: [refusedFilter(), refusedFilter({ filter: '{"ids":[]}' })],
    plans: [planSeen()],
    replays: [replaySeen(), replaySeen({ upstream: "failing" })],
    repetitions: [repetition()],
    policies: [policyReplay()],
    caps: [capSeen()],
    aborts: [abortSeen()],
    restarts: [letterRestart()],
    ...changes,
  };
}
