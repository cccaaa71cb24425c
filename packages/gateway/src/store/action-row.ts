import type { Json, JsonObject } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { Decision } from "../contract/guardian.ts";
import type { ActionState } from "../contract/state.ts";
import type { ActionRow } from "./change.ts";

/** What never changes and has no column; only what there is: half the bytes are half the commit. */
type Given = Partial<
  Pick<Action, "turnId" | "tracestate" | "idempotencyKey" | "fingerprint" | "dryRun" | "deadlineAtMs" | "generation">
> &
  Pick<Action, "traceparent" | "operation" | "argumentsDigest">;

/** What changes. */
type Body = Partial<
  Pick<
    Action,
    "reservations" | "approvalExpiresAtMs" | "grant" | "endedBy" | "attempts" | "notBeforeMs" | "result" | "error"
  >
> &
  Pick<Action, "revision">;

/**
 * The row that stores an action as it is now.
 *
 * @param isDecided true when this change is the guardian's, whose decision is then written
 */
export function rowOf(action: Action, isNew: boolean, isDecided: boolean): ActionRow {
  return {
    id: action.id,
    isNew,
    state: action.state,
    actor: action.actor,
    session: action.sessionId,
    adapter: action.adapter,
    correlation: action.correlationId,
    replayOf: action.replayOf,
    failureClass: action.error?.failureClass ?? null,
    createdAtMs: action.createdAtMs,
    updatedAtMs: action.updatedAtMs,
    arguments: isNew ? JSON.stringify(action.arguments) : "",
    given: isNew ? givenOf(action) : "",
    decision: (isNew || isDecided) && action.decision !== null ? JSON.stringify(action.decision) : null,
    body: JSON.stringify({
      revision: action.revision,
      attempts: some(action.attempts),
      result: action.result ?? undefined,
      error: action.error ?? undefined,
      reservations: some(action.reservations),
      approvalExpiresAtMs: action.approvalExpiresAtMs ?? undefined,
      grant: action.grant ?? undefined,
      endedBy: action.endedBy ?? undefined,
      notBeforeMs: action.notBeforeMs ?? undefined,
    }),
  };
}

function givenOf(action: Action): string {
  return JSON.stringify({
    traceparent: action.traceparent,
    operation: action.operation,
    argumentsDigest: action.argumentsDigest,
    turnId: action.turnId ?? undefined,
    tracestate: action.tracestate ?? undefined,
    idempotencyKey: action.idempotencyKey ?? undefined,
    fingerprint: action.fingerprint === "" ? undefined : action.fingerprint,
    dryRun: action.dryRun || undefined,
    deadlineAtMs: action.deadlineAtMs ?? undefined,
    generation: action.generation === 0 ? undefined : action.generation,
  });
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Columns that a stored action is made of. */
export interface StoredAction {
  readonly id: string;
  readonly state: string;
  readonly actor: string;
  readonly session: string | null;
  readonly adapter: string;
  readonly correlation: string;
  readonly replayOf: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly given: string;
  readonly decision: string | null;
  readonly body: string;
  readonly arguments: string;
  readonly receiptSeq: number | null;
  readonly receiptSize: number | null;
  readonly provisionalSeq: number | null;
}

export function actionOf(stored: StoredAction): Action {
  const { receiptSeq, receiptSize } = stored;
  const body = JSON.parse(stored.body) as Body;
  const given = JSON.parse(stored.given) as Given;
  return {
    id: stored.id,
    revision: body.revision,
    state: stored.state as ActionState,
    actor: stored.actor,
    sessionId: stored.session,
    turnId: given.turnId ?? null,
    correlationId: stored.correlation,
    traceparent: given.traceparent,
    tracestate: given.tracestate ?? null,
    adapter: stored.adapter,
    operation: given.operation,
    arguments: JSON.parse(stored.arguments) as JsonObject,
    argumentsDigest: given.argumentsDigest,
    idempotencyKey: given.idempotencyKey ?? null,
    fingerprint: given.fingerprint ?? "",
    dryRun: given.dryRun ?? false,
    createdAtMs: stored.createdAtMs,
    updatedAtMs: stored.updatedAtMs,
    deadlineAtMs: given.deadlineAtMs ?? null,
    decision: stored.decision === null ? null : (JSON.parse(stored.decision) as Decision),
    reservations: body.reservations ?? [],
    approvalExpiresAtMs: body.approvalExpiresAtMs ?? null,
    grant: body.grant ?? null,
    endedBy: body.endedBy ?? null,
    attempts: body.attempts ?? [],
    notBeforeMs: body.notBeforeMs ?? null,
    result: body.result ?? (null as Json),
    error: body.error ?? null,
    receipt:
      receiptSeq === null || receiptSize === null ? null : { leafIndex: receiptSeq, checkpointSize: receiptSize },
    provisionalReceipt: stored.provisionalSeq,
    replayOf: stored.replayOf,
    generation: given.generation ?? 0,
  };
}
