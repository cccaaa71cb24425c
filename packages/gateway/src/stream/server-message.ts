import type { JsonObject } from "@holdpoint/core";
import { problemOf } from "@holdpoint/core";
import type { ActionEvent } from "../contract/engine.ts";
import type { Caller } from "../contract/principal.ts";
import type { StreamMessage } from "../contract/wire.ts";
import { actionWire } from "../contract/wire.ts";
import { retryAfterMsOf } from "../errors/retry-after.ts";
import type { ServerType } from "./message-schema.ts";

/** As what a change is told. */
export type ChangeType = "action.state" | "approval.required";

/** What an answer answers. */
export interface Asked {
  /** The client's own id of its message; null where it could not be read. */
  readonly id: string | null;
  readonly sessionId: string | null;
  readonly turnId: string | null;
  readonly caller: Pick<Caller, "correlationId" | "traceparent">;
}

/** A message that answers one of the client's; `payload.ref` says which. Its id is not one to be resumed by. */
export function answerMessage(type: ServerType, asked: Asked, payload: JsonObject, nowMs: number): string {
  const message: StreamMessage = {
    type,
    id: asked.id ?? "",
    correlation_id: asked.caller.correlationId,
    session_id: asked.sessionId,
    turn_id: asked.turnId,
    timestamp: new Date(nowMs).toISOString(),
    traceparent: asked.caller.traceparent,
    payload: { ref: asked.id, ...payload },
  };
  return JSON.stringify(message);
}

/** A durable change; its id is the index of its record in the ledger, which a cut stream is resumed by. */
export function changeMessage(type: ChangeType, { seq, action, from }: ActionEvent): string {
  const message: StreamMessage = {
    type,
    id: String(seq),
    correlation_id: action.correlationId,
    session_id: action.sessionId,
    turn_id: action.turnId,
    timestamp: new Date(action.updatedAtMs).toISOString(),
    traceparent: action.traceparent,
    payload: { from, action: actionWire(action) as unknown as JsonObject },
  };
  return JSON.stringify(message);
}

/** What a client is told of an error; nothing of what was not foreseen. */
export function errorPayload(error: unknown): JsonObject {
  const { code, detail, retryable, title, hint } = problemOf(error);
  const retryAfterMs = retryAfterMsOf(error);
  return {
    code,
    message: code === "HP-INTERNAL" ? title : detail,
    retryable,
    hint,
    ...(retryAfterMs === null ? {} : { retry_after_ms: retryAfterMs }),
  };
}
