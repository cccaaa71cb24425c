import type { JsonObject } from "@holdpoint/core";
import { RISKS } from "../../contract/risk.ts";
import { SETTING_SPECS } from "../../settings/setting-specs.ts";
import { ANY_OBJECT, closed, COUNT, DIGEST, listOf, oneOfTexts, orNull, refTo, TEXT, YES_NO } from "./kinds.ts";

/** Settings by group, each leaf as `leaf` makes it. */
function settings(leaf: (path: keyof typeof SETTING_SPECS) => JsonObject): JsonObject {
  const groups: Record<string, Record<string, JsonObject>> = {};
  for (const path of Object.keys(SETTING_SPECS) as (keyof typeof SETTING_SPECS)[]) {
    const [group = "", name = ""] = path.split(".");
    groups[group] = { ...groups[group], [name]: leaf(path) };
  }
  return Object.fromEntries(Object.entries(groups).map(([group, leaves]) => [group, closed(leaves)]));
}

function valueSchema(path: keyof typeof SETTING_SPECS): JsonObject {
  const { default: normal, min, max, unit, title } = SETTING_SPECS[path];
  const description = `${title} (${unit})`;
  if (typeof normal === "boolean") return { type: "boolean", default: normal, description };
  return { type: "integer", minimum: min, maximum: max, default: normal, description };
}

/** The same without anything required and with null, which takes a leaf or a group back. */
function patchOf(schema: JsonObject): JsonObject {
  const members = schema["properties"] as Readonly<Record<string, JsonObject>> | undefined;
  if (members === undefined) return orNull(schema);
  const properties = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, patchOf(member)]));
  return orNull({ type: "object", properties, additionalProperties: false });
}

const VALUES: JsonObject = settings(valueSchema);
const ORIGINS: JsonObject = settings(() => oneOfTexts(["default", "file", "patch"]));

const KEY: JsonObject = closed({
  origin: { type: "string", description: "First line of every note that the key signs" },
  type: oneOfTexts(["ed25519", "ecdsa-p256"]),
  fingerprint: { type: "string", pattern: "^SHA256:[A-Za-z0-9+/]{43}$" },
  pem: { type: "string", description: "SPKI" },
});

/** What runs the house: configuration, breakers, policy, health. */
export const HOUSE_COMPONENTS: Readonly<Record<string, JsonObject>> = {
  Config: closed({ generation: COUNT, ...VALUES, origin: closed(ORIGINS) }),
  ConfigPatch: {
    type: "object",
    description: "JSON merge patch (RFC 7396) of the settings in Config; null takes a leaf or a group back",
    properties: Object.fromEntries(Object.entries(VALUES).map(([name, group]) => [name, patchOf(group as JsonObject)])),
    additionalProperties: false,
  },
  Capabilities: closed({
    version: TEXT,
    policy: DIGEST,
    frozen: YES_NO,
    roles: listOf(TEXT),
    adapters: listOf(
      closed({
        name: TEXT,
        kind: oneOfTexts(["http", "command", "function", "mcp"]),
        operations: listOf(
          closed({
            name: TEXT,
            title: TEXT,
            idempotent: YES_NO,
            risk: oneOfTexts(RISKS),
            arguments_schema: ANY_OBJECT,
            result_schema: orNull(ANY_OBJECT),
            timeout_ms: orNull(COUNT),
          }),
        ),
      }),
    ),
  }),
  Breaker: { type: "object", properties: { name: TEXT }, required: ["name"] },
  Breakers: closed({ breakers: listOf(refTo("Breaker")) }),
  Policy: closed({ policy: DIGEST }),
  Keys: closed({ ledger: KEY, guardian: KEY }),
  Liveness: closed({ live: { const: true } }),
  Readiness: closed({ ready: YES_NO, stopping: YES_NO, reasons: listOf(TEXT) }),
  Problem: {
    type: "object",
    description: "RFC 9457 problem document; `code` is registered and stays",
    properties: {
      type: TEXT,
      title: TEXT,
      status: COUNT,
      detail: TEXT,
      code: TEXT,
      retryable: YES_NO,
      hint: TEXT,
      line: COUNT,
      column: COUNT,
    },
    required: ["type", "title", "status", "detail", "code", "retryable", "hint"],
  },
};
