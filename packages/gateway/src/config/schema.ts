import type { JsonObject } from "@holdpoint/core";
import { RISKS } from "../contract/risk.ts";

const NAME: JsonObject = {
  type: "string",
  pattern: "^[a-z0-9](?:[a-z0-9_.-]{0,62}[a-z0-9])?$",
  examples: ["payments", "roll-out"],
};
const DURATION: JsonObject = {
  type: "string",
  pattern: "^[1-9][0-9]{0,5}(?:ms|s|m|h|d)$",
  examples: ["500ms", "30s", "5m"],
};
const TEXT: JsonObject = { type: "string", minLength: 1, maxLength: 1000 };
const PATH: JsonObject = { type: "string", minLength: 1, maxLength: 4096 };
const SLASHED: JsonObject = {
  type: "string",
  pattern: "^/[!-~]{0,2047}$",
  examples: ["/orders/{order_id}"],
};

const OPERATION: JsonObject = {
  name: NAME,
  title: TEXT,
  idempotent: { type: "boolean" },
  risk: { enum: [...RISKS] },
  arguments_schema: { type: "object" },
  result_schema: { type: ["object", "null"] },
  timeout: DURATION,
};

const HTTP_OPERATION: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["name", "risk", "arguments_schema", "method", "path"],
  properties: {
    ...OPERATION,
    method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
    path: SLASHED,
    status_path: SLASHED,
  },
};

const COMMAND_OPERATION: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["name", "risk", "arguments_schema", "command"],
  properties: {
    ...OPERATION,
    command: { type: "array", minItems: 1, maxItems: 256, items: { type: "string", maxLength: 8192 } },
    folder: PATH,
    environment: {
      type: "object",
      maxProperties: 256,
      propertyNames: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,127}$" },
      additionalProperties: { type: "string", maxLength: 8192 },
    },
    output_size_bytes: { type: "integer", minimum: 1, maximum: 16_777_216 },
  },
};

const FUNCTION_OPERATION: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["name", "risk", "arguments_schema"],
  properties: OPERATION,
};

function adapter(kind: string, required: readonly string[], properties: JsonObject, operation: JsonObject): JsonObject {
  return {
    type: "object",
    additionalProperties: false,
    required: ["name", "kind", ...required, "operations"],
    properties: {
      name: NAME,
      kind: { const: kind },
      ...properties,
      operations: { type: "array", minItems: 1, maxItems: 256, items: operation },
    },
  };
}

const HTTP: JsonObject = adapter(
  "http",
  ["base_url"],
  {
    base_url: { type: "string", pattern: "^https?://[!-~]{1,2040}$", examples: ["https://api.example.com/v1"] },
    allow_networks: {
      type: "array",
      maxItems: 64,
      items: {
        type: "string",
        pattern: "^[0-9a-fA-F:.]{2,45}/[0-9]{1,3}$",
        examples: ["10.0.0.0/8", "127.0.0.1/32", "fd00::/8"],
      },
    },
    headers: {
      type: "object",
      maxProperties: 64,
      propertyNames: { pattern: "^[A-Za-z0-9!#$%&'*+.^_|~-]{1,128}$" },
      additionalProperties: { type: "string", maxLength: 8192 },
    },
    connections: { type: "integer", minimum: 1, maximum: 1024 },
  },
  HTTP_OPERATION,
);
const COMMAND: JsonObject = adapter("command", [], {}, COMMAND_OPERATION);
const FUNCTION: JsonObject = adapter("function", ["module"], { module: PATH }, FUNCTION_OPERATION);

/** JSON Schema of `gateway.yaml`; published as `schemas/gateway.v1.json`, which a test compares. */
export const GATEWAY_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:holdpoint:schema:gateway:v1",
  title: "gateway.yaml",
  type: "object",
  additionalProperties: false,
  required: ["version", "policy", "adapters"],
  properties: {
    version: { const: 1 },
    listen: {
      type: "object",
      additionalProperties: false,
      properties: {
        host: { type: "string", pattern: "^[0-9A-Za-z:.-]{1,253}$", examples: ["127.0.0.1", "::1"] },
        port: { type: "integer", minimum: 0, maximum: 65_535 },
      },
    },
    policy: { type: ["string", "object"], minLength: 1, maxLength: 4096 },
    adapters: {
      type: "array",
      maxItems: 256,
      items: {
        type: "object",
        required: ["kind"],
        properties: { kind: { enum: ["http", "command", "function"] } },
        allOf: [when("http", HTTP), when("command", COMMAND), when("function", FUNCTION)],
      },
    },
    settings: { type: "object" },
  },
};

/** As `if` not and `else`, because an object with a member `then` would look like a promise. */
function when(kind: string, schema: JsonObject): JsonObject {
  return { if: { not: { required: ["kind"], properties: { kind: { const: kind } } } }, else: schema };
}
