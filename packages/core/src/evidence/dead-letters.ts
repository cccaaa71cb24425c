/** Body of `dead-letters` evidence: what became of actions that failed for real, and of replaying them. */
export interface DeadLettersBody {
  readonly deaths: readonly DeathSeen[];
  readonly refusedFilters: readonly FilterSeen[];
  readonly plans: readonly PlanSeen[];
  readonly replays: readonly ReplaySeen[];
  readonly repetitions: readonly RepetitionSeen[];
  readonly policies: readonly PolicyReplaySeen[];
  readonly caps: readonly CapSeen[];
  readonly aborts: readonly AbortSeen[];
  readonly restarts: readonly LetterRestartSeen[];
}

/** One action that was made to die of one failure class. */
export interface DeathSeen {
  readonly failureClass: string;
  readonly action: string;
  readonly state: string;
  /**
   * Attempts that class, budget and adapter allow by the configuration in force; 0 where it must not be tried at all.
   */
  readonly attemptsDue: number;
  /** Calls that the upstream counted; null where nothing can arrive. */
  readonly upstreamCalls: number | null;
  /** Letters with the action's id. */
  readonly letters: number;
  readonly letterClass: string;
  readonly letterAttempts: number;
  readonly actionDigest: string;
  readonly letterDigest: string;
  readonly correlation: string;
  readonly letterCorrelation: string;
  readonly traceparent: string;
  readonly letterTraceparent: string;
}

/** A plan that was asked for with a filter that selects nothing in particular. */
export interface FilterSeen {
  readonly filter: string;
  readonly status: number;
  readonly code: string | null;
}

/** What was there before and after a plan; digests of the whole answers. */
export interface PlanSeen {
  readonly expected: number;
  readonly planned: number;
  readonly lettersBefore: string;
  readonly lettersAfter: string;
  readonly actionsBefore: number;
  readonly actionsAfter: number;
  readonly upstreamCalls: number;
}

/** One letter that was replayed once. */
export interface ReplaySeen {
  readonly upstream: "healthy" | "failing";
  readonly newActions: number;
  readonly newState: string;
  /** Id that the new action names as its original, and the original's. */
  readonly linkedTo: string;
  readonly original: string;
  readonly generation: number;
  readonly sameTrace: boolean;
  /** Digest of the original action's whole answer. */
  readonly originalBefore: string;
  readonly originalAfter: string;
  readonly letterStatus: string;
}

/** The same letters replayed twice. */
export interface RepetitionSeen {
  readonly runs: number;
  readonly letters: number;
  readonly effects: number;
  readonly newActions: number;
}

/** Letters replayed under a policy that meanwhile denies them. */
export interface PolicyReplaySeen {
  readonly letters: number;
  readonly plannedDenials: number;
  readonly denied: number;
  readonly effects: number;
  readonly stillOpen: number;
}

/** A run with a cap and a rate. */
export interface CapSeen {
  readonly planned: number;
  readonly max: number;
  readonly started: number;
  readonly ratePerSecond: number;
  /** From asking for the run to the last call that the upstream saw: delays make it longer, never shorter. */
  readonly spanMs: number;
}

export interface AbortSeen {
  readonly planned: number;
  readonly startedAtAbort: number;
  readonly startedLater: number;
  readonly state: string;
}

/** Letters before a SIGKILL and after the start that followed it. */
export interface LetterRestartSeen {
  readonly before: number;
  readonly after: number;
  readonly digestBefore: string;
  readonly digestAfter: string;
}
