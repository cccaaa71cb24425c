import type { JsonObject } from "@holdpoint/core";
import { TRACESTATE_READ_CHARS_MAX } from "@holdpoint/kit";
import { SUBMISSION_SCHEMA } from "../http/schemas/action-schemas.ts";

const ID: JsonObject = { type: "string", pattern: "^[!-~]{1,128}$" };
const NAME_OR_NULL: JsonObject = { type: ["string", "null"], pattern: "^[A-Za-z0-9._:-]{1,128}$" };
const REASON: JsonObject = { type: "string", maxLength: 1000 };

const PAYLOADS: Readonly<Record<string, JsonObject>> = {
  "input.text": strict({ text: { type: "string", minLength: 1, maxLength: 65_536 } }, ["text"]),
  "action.submit": {
    ...SUBMISSION_SCHEMA,
    properties: {
      ...(SUBMISSION_SCHEMA["properties"] as JsonObject),
      idempotency_key: { type: "string", pattern: "^[ -~]{1,255}$" },
    },
  },
  "control.cancel": {
    ...strict({ action_id: ID, message_id: ID, reason: REASON }, []),
    oneOf: [{ required: ["action_id"] }, { required: ["message_id"] }],
  },
  ping: strict({}, []),
};

/** What a client may send. */
export type ClientType = "input.text" | "action.submit" | "control.cancel" | "ping";
export const CLIENT_TYPES: readonly ClientType[] = Object.keys(PAYLOADS) as ClientType[];

const SERVER_TYPES = [
  "ack",
  "action.state",
  "response.partial",
  "response.final",
  "approval.required",
  "error",
  "pong",
] as const;
export type ServerType = (typeof SERVER_TYPES)[number];

const ENVELOPE: JsonObject = {
  id: ID,
  correlation_id: { type: "string", pattern: "^[A-Za-z0-9._:-]{1,128}$" },
  session_id: NAME_OR_NULL,
  turn_id: NAME_OR_NULL,
  timestamp: { type: "string", maxLength: 64 },
  traceparent: { type: "string", maxLength: 256 },
  tracestate: { type: "string", maxLength: TRACESTATE_READ_CHARS_MAX },
};

/** A client's message whose type is known; what its payload holds is another schema's. */
export const CLIENT_MESSAGE: JsonObject = strict(
  { ...ENVELOPE, type: { enum: CLIENT_TYPES }, payload: { type: "object" } },
  ["type", "id"],
);

export function payloadSchema(type: ClientType): JsonObject {
  return PAYLOADS[type] ?? strict({}, []);
}

const SERVER_MESSAGE: JsonObject = strict(
  {
    ...ENVELOPE,
    id: { type: "string", maxLength: 128 },
    type: { enum: SERVER_TYPES },
    payload: { type: "object" },
    timestamp: { type: "string", format: "date-time" },
  },
  ["type", "id", "correlation_id", "session_id", "turn_id", "timestamp", "payload"],
);

/** Both directions of `/v1/stream`; published as `schemas/stream.v1.json`, which a test compares. */
export const STREAM_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:holdpoint:schema:stream:v1",
  title: "Messages of /v1/stream",
  $defs: {
    client: {
      anyOf: CLIENT_TYPES.map((type) => ({
        ...CLIENT_MESSAGE,
        properties: {
          ...(CLIENT_MESSAGE["properties"] as JsonObject),
          type: { const: type },
          payload: payloadSchema(type),
        },
        required: type === "ping" ? ["type", "id"] : ["type", "id", "payload"],
      })),
    },
    server: SERVER_MESSAGE,
  },
  anyOf: [{ $ref: "#/$defs/client" }, { $ref: "#/$defs/server" }],
};

function strict(properties: JsonObject, required: readonly string[]): JsonObject {
  return { type: "object", additionalProperties: false, required, properties };
}
