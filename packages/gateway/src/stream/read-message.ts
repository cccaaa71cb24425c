import type { JsonObject } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Submission } from "../contract/action.ts";
import { readJsonBody } from "../http/read/json-body.ts";
import { validationDetail } from "../http/validation-detail.ts";
import type { ClientType } from "./message-schema.ts";
import { CLIENT_MESSAGE, CLIENT_TYPES, payloadSchema } from "./message-schema.ts";

/** A client's message after its shape was checked. */
export interface ClientMessage {
  readonly type: ClientType;
  readonly id: string;
  readonly correlation_id?: string;
  readonly session_id?: string | null;
  readonly turn_id?: string | null;
  readonly traceparent?: string;
  readonly tracestate?: string;
  readonly payload: JsonObject;
}

/** What can be told of a message that was refused: whom the refusal answers. */
export interface RefusedMessage {
  readonly id: string | null;
  readonly error: HoldpointError;
}

const ajv: Ajv2020 = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
const isEnvelope: ValidateFunction = ajv.compile(CLIENT_MESSAGE);
const isPayload: ReadonlyMap<ClientType, ValidateFunction> = new Map(
  CLIENT_TYPES.map((type) => [type, ajv.compile(payloadSchema(type))]),
);

/**
 * Reads one message of a client; never throws.
 *
 * @example
 * readMessage(Buffer.from('{"type":"ping","id":"1"}')); // { message: { type: "ping", id: "1", payload: {} } }
 */
export function readMessage(bytes: Buffer): { readonly message: ClientMessage } | { readonly refused: RefusedMessage } {
  let id: string | null = null;
  try {
    const value = readJsonBody(bytes);
    id = idOf(value);
    check(isEnvelope, value, "the message");
    const given = value as unknown as Omit<ClientMessage, "payload"> & Partial<Pick<ClientMessage, "payload">>;
    const message: ClientMessage = { ...given, payload: given.payload ?? {} };
    const validate = isPayload.get(message.type);
    if (validate === undefined) throw refusal(`there is no message of the type ${message.type}`);
    check(validate, message.payload, "the payload");
    return { message };
  } catch (error) {
    return { refused: { id, error: asRefusal(error) } };
  }
}

/** The submission in an `action.submit`; its session is the payload's, else the message's, else the connection's. */
export function submissionOf(message: ClientMessage, sessionId: string | null): Submission {
  const payload = message.payload as {
    readonly adapter: string;
    readonly operation: string;
    readonly arguments: JsonObject;
    readonly session_id?: string | null;
    readonly risk?: Submission["risk"];
    readonly dry_run?: boolean;
    readonly deadline_ms?: number | null;
    readonly idempotency_key?: string;
  };
  return {
    adapter: payload.adapter,
    operation: payload.operation,
    arguments: payload.arguments,
    sessionId: payload.session_id ?? message.session_id ?? sessionId,
    turnId: message.turn_id ?? null,
    risk: payload.risk ?? null,
    dryRun: payload.dry_run ?? false,
    deadlineMs: payload.deadline_ms ?? null,
    idempotencyKey: payload.idempotency_key ?? null,
  };
}

function idOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "id")) return null;
  const { id } = value as { readonly id: unknown };
  return typeof id === "string" && id.length <= 128 ? id : null;
}

function check(validate: ValidateFunction, value: unknown, whole: string): void {
  if (validate(value)) return;
  const faults = validate.errors ?? [];
  const isChoice = faults.some(({ keyword }) => keyword === "oneOf");
  throw refusal(
    isChoice ? `${whole} must have either 'action_id' or 'message_id'` : validationDetail(faults[0], whole),
  );
}

function asRefusal(error: unknown): HoldpointError {
  if (!isHoldpointError(error)) return refusal(error instanceof Error ? error.message : String(error));
  const { line, column } = error.place;
  const place = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  return new HoldpointError("HP-GATEWAY-STREAM-MESSAGE", error.message, place, error);
}

function refusal(text: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-STREAM-MESSAGE", text);
}
