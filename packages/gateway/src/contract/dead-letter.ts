import type { FailureClass } from "@holdpoint/kit";
import type { Attempt } from "./action.ts";
import type { DecisionKind } from "./guardian.ts";

/** An action that ended DEAD, as the person on call sees it. Replaying never changes it. */
export interface DeadLetter {
  /** The id of the dead action. */
  readonly id: string;
  readonly actor: string;
  readonly adapter: string;
  readonly operation: string;
  readonly sessionId: string | null;
  readonly failureClass: FailureClass;
  readonly code: string;
  readonly message: string;
  readonly attempts: readonly Attempt[];
  readonly argumentsDigest: string;
  readonly correlationId: string;
  readonly traceparent: string;
  readonly diedAtMs: number;
  /** `open` until a replay succeeded; a failed replay leaves it open. */
  readonly status: "open" | "replaying" | "replayed";
  readonly replayOf: string | null;
  readonly generation: number;
  /** Ids of the actions that replay it, oldest first, at most 100. */
  readonly replays: readonly string[];
}

export interface DeadLetterQuery {
  readonly status?: DeadLetter["status"];
  readonly failureClass?: FailureClass;
  readonly adapter?: string;
  readonly sinceMs?: number;
  readonly cursor?: string;
  readonly limit: number;
}

/** Never empty: a plan without any of these is refused. */
export interface ReplayFilter {
  readonly ids?: readonly string[];
  readonly failureClass?: FailureClass;
  readonly adapter?: string;
  readonly operation?: string;
  readonly session?: string;
  readonly sinceMs?: number;
  readonly untilMs?: number;
}

/** What a replay would do, judged by today's policy; nothing has happened yet. */
export interface ReplayPlan {
  readonly id: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  readonly filter: ReplayFilter;
  /** Open letters that match; replays of replays are counted with their original. */
  readonly count: number;
  readonly decisions: Readonly<Record<DecisionKind, number>>;
  /** At the default rate. */
  readonly estimateMs: number;
  /** At most 1,000; `count` says how many there are. */
  readonly items: readonly ReplayPlanItem[];
}

export interface ReplayPlanItem {
  readonly id: string;
  /** When it died. */
  readonly before: { readonly failureClass: FailureClass; readonly policyDigest: string };
  /** If it were replayed now. */
  readonly today: {
    readonly decision: DecisionKind;
    readonly reasonCode: string;
    readonly policyDigest: string;
    readonly breaker: string;
  };
}

export interface ReplayRun {
  readonly id: string;
  readonly planId: string;
  readonly state: "running" | "done" | "aborted";
  readonly planned: number;
  /** New actions made. */
  readonly started: number;
  /** Letters that had been replayed, or were being replayed, by the time it was their turn. */
  readonly skipped: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly actionIds: readonly string[];
}
