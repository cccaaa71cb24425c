import type { JsonObject } from "@holdpoint/core";
import { canonicalize, sha256Hex } from "@holdpoint/core";
import type { Action, Submission } from "../contract/action.ts";
import type { Caller } from "../contract/principal.ts";

export interface NewActionTerms {
  readonly id: string;
  readonly nowMs: number;
  readonly replayOf: string | null;
  readonly generation: number;
}

/**
 * An action as it is received. Throws `TypeError` where the arguments are not I-JSON, so nothing unhashable goes on.
 */
export function newAction(submission: Submission, caller: Caller, terms: NewActionTerms): Action {
  const argumentsText = canonicalize(submission.arguments);
  const { nowMs } = terms;
  return {
    id: terms.id,
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
    argumentsDigest: `sha256:${sha256Hex(argumentsText)}`,
    idempotencyKey: submission.idempotencyKey,
    fingerprint: submission.idempotencyKey === null ? "" : fingerprintOf(submission),
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
    replayOf: terms.replayOf,
    generation: terms.generation,
  };
}

/** Digest of everything that a repetition under the same key must repeat. */
export function fingerprintOf(submission: Submission): string {
  const { adapter, operation, arguments: args, sessionId, turnId, risk, dryRun, deadlineMs } = submission;
  const all: JsonObject = { adapter, operation, arguments: args, sessionId, turnId, risk, dryRun, deadlineMs };
  return `sha256:${sha256Hex(canonicalize(all))}`;
}
