import type { FailureClass } from "@holdpoint/kit";
import { digestOf } from "@holdpoint/core";
import type { Action, ActionError, Grant, Submission } from "./contract/action.ts";
import type { DeadLetter, ReplayFilter, ReplayPlan } from "./contract/dead-letter.ts";
import type { ActionQuery, EngineHealth, Page } from "./contract/engine.ts";
import type { Decision, DecisionKind } from "./contract/guardian.ts";
import type { Caller } from "./contract/principal.ts";
import type { ActionState } from "./contract/state.ts";
import { ACTION_STATES, TERMINAL_STATES } from "./contract/state.ts";

export const POLICY_DIGEST: string = `sha256:${"0".repeat(64)}`;

const CLASSES: readonly FailureClass[] = [
  "connection_bootstrap",
  "timeout",
  "circuit_open",
  "policy_denied",
  "validation_failed",
  "execution_error",
  "backpressure",
  "unknown",
];

/** An action that was just accepted; revision 0. */
export function receivedAction(
  id: string,
  submission: Submission,
  caller: Caller,
  nowMs: number,
  replayOf: Action | null,
): Action {
  return {
    id,
    revision: 0,
    state: "RECEIVED",
    actor: caller.actor,
    sessionId: submission.sessionId,
    turnId: submission.turnId,
    correlationId: caller.correlationId,
    traceparent: caller.traceparent,
    tracestate: caller.tracestate,
    adapter: submission.adapter,
    operation: submission.operation,
    arguments: submission.arguments,
    argumentsDigest: digestOf(submission.arguments),
    idempotencyKey: submission.idempotencyKey,
    fingerprint: fingerprintOf(submission),
    dryRun: submission.dryRun,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    deadlineAtMs: submission.deadlineMs === null ? null : nowMs + submission.deadlineMs,
    decision: null,
    reservations: [],
    approvalExpiresAtMs: null,
    grant: null,
    endedBy: null,
    attempts: [],
    notBeforeMs: null,
    result: null,
    error: null,
    receipt: null,
    provisionalReceipt: null,
    replayOf: replayOf?.id ?? null,
    generation: replayOf === null ? 0 : replayOf.generation + 1,
  };
}

/** What changes on the way into a state. */
export function entering(action: Action, state: ActionState, nowMs: number): Partial<Action> {
  const attempt = (failureClass: FailureClass | null, endedAtMs: number | null = nowMs): Partial<Action> => {
    return { attempts: [{ number: 1, startedAtMs: nowMs, endedAtMs, failureClass, message: failureClass }] };
  };
  const failed = { ...attempt("execution_error"), error: errorOf("HP-ACTION-EXECUTION", "execution_error", "told to") };
  const denied = errorOf("HP-ACTION-DENIED", "policy_denied", "rule_denied");
  const changes: Partial<Record<ActionState, Partial<Action>>> = {
    READY: { decision: decisionOf("ALLOW", "rule_allowed") },
    SIMULATED: { decision: decisionOf("ALLOW", "rule_allowed"), result: action.arguments },
    DENIED: { decision: decisionOf("DENY", "rule_denied"), error: denied },
    AWAITING_APPROVAL: { decision: decisionOf("ESCALATE", "risk_escalated"), approvalExpiresAtMs: nowMs + 120_000 },
    RUNNING: attempt(null, null),
    SUCCEEDED: { ...attempt(null), result: action.arguments },
    DEAD: failed,
    UNKNOWN: failed,
  };
  return changes[state] ?? {};
}

export function errorOf(code: string, failureClass: FailureClass, message: string): ActionError {
  return { code, failureClass, message, retryable: false };
}

export function grantOf(action: Action, approver: string, nowMs: number): Grant {
  return {
    approver,
    adapter: action.adapter,
    operation: action.operation,
    argumentsDigest: action.argumentsDigest,
    policyDigest: POLICY_DIGEST,
    grantedAtMs: nowMs,
    expiresAtMs: nowMs + 120_000,
    consumedAtMs: nowMs,
  };
}

export function fingerprintOf(submission: Submission): string {
  return digestOf([submission.adapter, submission.operation, submission.arguments, submission.dryRun]);
}

export function submissionOf(action: Action): Submission {
  return {
    adapter: action.adapter,
    operation: action.operation,
    arguments: action.arguments,
    sessionId: action.sessionId,
    turnId: action.turnId,
    risk: null,
    dryRun: false,
    deadlineMs: null,
    idempotencyKey: null,
  };
}

/** Ended, or waits for somebody. */
export function isAtRest({ state }: Action): boolean {
  return TERMINAL_STATES.has(state) || state === "UNKNOWN" || state === "AWAITING_APPROVAL";
}

export function listed(actions: readonly Action[], query: ActionQuery): Page<Action> {
  const matching = actions
    .filter(({ state }) => query.state === undefined || state === query.state)
    .filter(({ sessionId }) => query.session === undefined || sessionId === query.session)
    .filter(({ adapter }) => query.adapter === undefined || adapter === query.adapter)
    .filter(({ actor }) => query.actor === undefined || actor === query.actor)
    .filter(({ createdAtMs }) => query.sinceMs === undefined || createdAtMs >= query.sinceMs);
  return paged(matching.toReversed(), query.cursor, query.limit);
}

export function paged<Item extends { readonly id: string }>(
  items: readonly Item[],
  cursor: string | undefined,
  limit: number,
): Page<Item> {
  const start = cursor === undefined ? 0 : items.findIndex(({ id }) => id === cursor) + 1;
  const page = items.slice(start, start + limit);
  return { items: page, cursor: start + limit < items.length ? (page.at(-1)?.id ?? null) : null };
}

/** Dead letters, oldest first; a letter is replayed when a replay of it succeeded. */
export function lettersOf(actions: readonly Action[]): DeadLetter[] {
  return actions
    .filter(({ state }) => state === "DEAD")
    .map((action) => {
      const replays = actions.filter(({ replayOf }) => replayOf === action.id);
      return {
        id: action.id,
        actor: action.actor,
        adapter: action.adapter,
        operation: action.operation,
        sessionId: action.sessionId,
        failureClass: action.error?.failureClass ?? "unknown",
        code: action.error?.code ?? "HP-ACTION-UNKNOWN",
        message: action.error?.message ?? "",
        attempts: action.attempts,
        argumentsDigest: action.argumentsDigest,
        correlationId: action.correlationId,
        traceparent: action.traceparent,
        diedAtMs: action.updatedAtMs,
        status: replays.some(({ state }) => state === "SUCCEEDED") ? "replayed" : "open",
        replayOf: action.replayOf,
        generation: action.generation,
        replays: replays.map(({ id }) => id),
      };
    });
}

export function planOf(id: string, filter: ReplayFilter, letters: readonly DeadLetter[], nowMs: number): ReplayPlan {
  const items = letters
    .filter(({ status }) => status === "open")
    .filter((letter) => filter.ids === undefined || filter.ids.includes(letter.id))
    .filter(({ failureClass }) => filter.failureClass === undefined || failureClass === filter.failureClass)
    .filter(({ adapter }) => filter.adapter === undefined || adapter === filter.adapter);
  return {
    id,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + 600_000,
    filter,
    count: items.length,
    decisions: { ALLOW: items.length, DENY: 0, ESCALATE: 0 },
    estimateMs: items.length * 100,
    items: items.map(planItemOf),
  };
}

function planItemOf({ id, failureClass }: DeadLetter): ReplayPlan["items"][number] {
  const before = { failureClass, policyDigest: POLICY_DIGEST };
  const today = {
    decision: "ALLOW",
    reasonCode: "rule_allowed",
    policyDigest: POLICY_DIGEST,
    breaker: "closed",
  } as const;
  return { id, before, today };
}

/** Figures as an engine that is well gives them. */
export function figuresOf(actions: readonly Action[], ledgerSize: number): EngineHealth {
  const count = (state: ActionState): number => actions.filter((action) => action.state === state).length;
  const byState = Object.fromEntries(ACTION_STATES.map((state) => [state, count(state)]));
  const only = (isEnd: boolean): Record<ActionState, number> =>
    Object.fromEntries(
      ACTION_STATES.map((state) => [state, TERMINAL_STATES.has(state) === isEnd ? (byState[state] ?? 0) : 0]),
    ) as Record<ActionState, number>;
  const failures = CLASSES.map((name) => [name, actions.filter(({ error }) => error?.failureClass === name).length]);
  return {
    ready: true,
    reasons: [],
    stopping: false,
    liveByState: only(false),
    queueDepth: 0,
    running: count("RUNNING"),
    ended: only(true),
    failures: Object.fromEntries(failures) as Record<FailureClass, number>,
    commits: ledgerSize,
    committedChanges: ledgerSize,
    openDeadLetters: lettersOf(actions).filter(({ status }) => status === "open").length,
    ledgerSize,
    anchoredUpTo: ledgerSize,
  };
}

function decisionOf(decision: DecisionKind, reasonCode: string): Decision {
  return { decision, reasonCode, reason: "the script says so", risk: "safe", policyDigest: POLICY_DIGEST };
}
