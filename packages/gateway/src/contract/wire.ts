import type { Json, JsonObject } from "@holdpoint/core";
import type { Action } from "./action.ts";

/** An action as HTTP, WebSocket and clients see it. */
export interface ActionWire {
  readonly id: string;
  readonly state: string;
  readonly correlation_id: string;
  readonly traceparent: string;
  readonly actor: string;
  readonly adapter: string;
  readonly operation: string;
  readonly session_id: string | null;
  readonly arguments_digest: string;
  readonly risk: string | null;
  readonly verdict: {
    readonly decision: string;
    readonly reason_code: string;
    readonly reason: string;
    readonly policy: string;
  } | null;
  readonly attempts: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly deadline_at: string | null;
  readonly approval: { readonly expires_at: string; readonly approver: string | null } | null;
  readonly result?: Json;
  readonly error?: {
    readonly code: string;
    readonly class: string;
    readonly message: string;
    readonly retryable: boolean;
  };
  readonly receipt: { readonly leaf_index: number; readonly checkpoint_size: number } | null;
  readonly replay_of: string | null;
  readonly generation: number;
}

/** The wire form; `result` only where it succeeded or was simulated, `error` only where there is one. */
export function actionWire(action: Action): ActionWire {
  const { decision } = action;
  return {
    id: action.id,
    state: action.state,
    correlation_id: action.correlationId,
    traceparent: action.traceparent,
    actor: action.actor,
    adapter: action.adapter,
    operation: action.operation,
    session_id: action.sessionId,
    arguments_digest: action.argumentsDigest,
    risk: decision?.risk ?? null,
    verdict:
      decision === null
        ? null
        : {
            decision: decision.decision,
            reason_code: decision.reasonCode,
            reason: decision.reason,
            policy: decision.policyDigest,
          },
    attempts: action.attempts.length,
    created_at: iso(action.createdAtMs),
    updated_at: iso(action.updatedAtMs),
    deadline_at: action.deadlineAtMs === null ? null : iso(action.deadlineAtMs),
    approval:
      action.approvalExpiresAtMs === null
        ? null
        : { expires_at: iso(action.approvalExpiresAtMs), approver: action.grant?.approver ?? null },
    ...(action.state === "SUCCEEDED" || action.state === "SIMULATED" ? { result: action.result } : {}),
    ...(action.error === null
      ? {}
      : {
          error: {
            code: action.error.code,
            class: action.error.failureClass,
            message: action.error.message,
            retryable: action.error.retryable,
          },
        }),
    receipt:
      action.receipt === null
        ? null
        : { leaf_index: action.receipt.leafIndex, checkpoint_size: action.receipt.checkpointSize },
    replay_of: action.replayOf,
    generation: action.generation,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** A message of `/v1/stream`, both ways. */
export interface StreamMessage {
  readonly type: string;
  /** Client: its own id, echoed in `ack`. Server: what a cut stream is resumed by. */
  readonly id: string;
  readonly correlation_id: string;
  readonly session_id: string | null;
  readonly turn_id: string | null;
  readonly timestamp: string;
  readonly traceparent?: string;
  readonly payload: JsonObject;
}
