import type { JsonObject } from "@holdpoint/core";

const LOOPBACK = "127.0.0.0/8";

/** Where the adapters of the drill's gateway lead. */
export interface Destinations {
  readonly upstreamUrl: string;
  /** Nobody listens there. */
  readonly deafUrl: string;
  /** A module of functions, for answers that no HTTP server gives. */
  readonly moduleFile: string;
}

/** A gateway with an adapter for each way in which an action can end badly, as gateway.yaml (which JSON is, too). */
export function gatewayFile({ upstreamUrl, deafUrl, moduleFile }: Destinations, changes: JsonObject = {}): string {
  const http = (name: string, operations: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
    name,
    kind: "http",
    base_url: upstreamUrl,
    allow_networks: [LOOPBACK],
    operations,
    ...more,
  });
  const functions = { name: "functions", kind: "function", module: moduleFile, operations: [operation("large")] };
  const config: JsonObject = {
    version: 1,
    policy: "policy.yaml",
    settings: SETTINGS,
    adapters: [
      http("sound", [post("ok"), { ...post("drift"), path: "/ok", result_schema: WANTS_MORE }]),
      http("failing", [post("fail")]),
      http("invalid", [post("invalid")]),
      http("busy", [post("busy")]),
      http("hanging", [{ ...post("hang"), timeout: "200ms" }]),
      http("cut", [{ ...post("reset"), idempotent: false }]),
      http("broken", [post("broken")]),
      http("deaf", [post("ok")], { base_url: deafUrl }),
      http("private", [post("ok")], { allow_networks: [] }),
      http("asked", [{ ...post("asked"), risk: "high" }]),
      http("refused", [post("ok")]),
      functions,
    ],
    ...changes,
  };
  return JSON.stringify(config, null, 2);
}

export const POLICY = `version: 1
rules:
  - id: refused-for-everybody
    adapters: [refused]
    then: deny
  - id: drill
    adapters: ["*"]
    then: allow
escalate_from: high
approvals: { ttl: 1s, per_session: 10, in_all: 100 }
`;

export const MODULE = `export default { large: () => ({ text: "x".repeat(8192) }) };\n`;

/** No retries, a breaker that three failures open, and one place for each adapter. */
const SETTINGS: JsonObject = {
  retry: {
    base_ms: 5,
    cap_ms: 10,
    connection_bootstrap: 0,
    timeout: 0,
    execution_error: 0,
    backpressure: 0,
    unknown: 0,
  },
  breaker: { window_calls: 4, minimum_calls: 3, open_ms: 60_000 },
  executor: { result_size_bytes: 2048, per_adapter_concurrency: 1 },
};

const WANTS_MORE: JsonObject = { type: "object", required: ["promised"] };

function operation(name: string): JsonObject {
  return {
    name,
    risk: "low",
    idempotent: true,
    arguments_schema: { type: "object", additionalProperties: false, properties: { text: { type: "string" } } },
  };
}

function post(name: string): JsonObject {
  return { ...operation(name), method: "POST", path: `/${name}` };
}
