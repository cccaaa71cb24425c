import { digestOf, sha256Hex } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { ActionState } from "../contract/state.ts";
import { TERMINAL_STATES } from "../contract/state.ts";
import type { ChangeRecord } from "../store/change.ts";

/** What happened, as a record's `event` says it. */
export type RecordedEvent =
  | "submitted"
  | "approved"
  | "readmitted"
  | "objected"
  | "attempt-started"
  | "attempt-failed"
  | "interrupted"
  | "changed";

/** Until when the verdict may be acted on; a grant that was used covers the attempts that follow. */
export function expiresAtMs({ grant }: Action): number | null {
  return grant === null || grant.consumedAtMs !== null ? null : grant.expiresAtMs;
}

/**
 * The record of a verdict or a transition. Members are written in the order of RFC 8785, so that the text is canonical
 * as it is; a test parses and canonicalizes it again. What there is not is left out. Arguments and key stand in it as
 * digests.
 */
export function eventRecord(action: Action, from: ActionState | null, event: RecordedEvent, by: string): ChangeRecord {
  const { decision } = action;
  const text = JSON.stringify({
    action: action.id,
    actor: action.actor,
    adapter: action.adapter,
    arguments: action.argumentsDigest,
    attempt: action.attempts.length,
    by,
    correlation: action.correlationId,
    deadline_ms: action.deadlineAtMs ?? undefined,
    decision: decision?.decision,
    event,
    expires_at_ms: expiresAtMs(action) ?? undefined,
    failure: action.error?.failureClass,
    from: from ?? undefined,
    generation: action.generation,
    key: action.idempotencyKey === null ? undefined : `sha256:${sha256Hex(action.idempotencyKey)}`,
    operation: action.operation,
    policy: decision?.policyDigest,
    reason: decision?.reason,
    reason_code: decision?.reasonCode,
    replay_of: action.replayOf ?? undefined,
    risk: decision?.risk,
    session: action.sessionId ?? undefined,
    state: action.state,
    trace: action.traceparent,
  });
  return { kind: "action", run: action.id, text };
}

/** The receipt of an end, or the provisional one of an unknown outcome. `provisional` links to the earlier one. */
export function receiptRecord(action: Action, from: ActionState | null, by: string): ChangeRecord {
  const isEnd = TERMINAL_STATES.has(action.state);
  const hasResult = action.state === "SUCCEEDED" || action.state === "SIMULATED";
  const text = JSON.stringify({
    action: action.id,
    actor: action.actor,
    adapter: action.adapter,
    arguments: action.argumentsDigest,
    attempts: action.attempts.length,
    by,
    code: action.error?.code,
    correlation: action.correlationId,
    decision: action.decision?.decision,
    failure: action.error?.failureClass,
    from: from ?? undefined,
    generation: action.generation,
    operation: action.operation,
    policy: action.decision?.policyDigest,
    provisional: action.provisionalReceipt ?? undefined,
    reason_code: action.decision?.reasonCode,
    replay_of: action.replayOf ?? undefined,
    result: hasResult ? digestOf(action.result) : undefined,
    session: action.sessionId ?? undefined,
    state: action.state,
    trace: action.traceparent,
  });
  return { kind: isEnd ? "receipt" : "receipt-provisional", run: action.id, text };
}
