import type { JsonObject } from "@holdpoint/core";
import { ROLES } from "../contract/principal.ts";
import { RISKS } from "../contract/risk.ts";

export const RULES_MAX = 1_000;
export const BUDGETS_MAX = 200;
export const EXPRESSION_CHARS_MAX = 2_000;

const ID: JsonObject = {
  type: "string",
  pattern: "^[a-z0-9](?:[a-z0-9_.-]{0,62}[a-z0-9])?$",
  examples: ["refunds-daily"],
};
const DURATION: JsonObject = {
  type: "string",
  pattern: "^[1-9][0-9]{0,5}(?:ms|s|m|h|d)$",
  examples: ["120s", "10m", "24h"],
};
const GLOBS: JsonObject = {
  description: "Names; `*` stands for any characters. Left out: all.",
  type: "array",
  minItems: 1,
  maxItems: 100,
  items: {
    type: "string",
    pattern: "^[A-Za-z0-9_.:/*-]{1,128}$",
    examples: ["payments", "mcp-*", "*"],
  },
};
const CEL: JsonObject = { type: "string", minLength: 1, maxLength: EXPRESSION_CHARS_MAX };
const RISK: JsonObject = { enum: [...RISKS] };

const EFFECT: JsonObject = {
  description: "A deny goes before an escalate, an escalate before an allow.",
  enum: ["allow", "deny", "escalate"],
};
/** A map, because an object with a member `then` would look like a promise. */
const EFFECTS: ReadonlyMap<string, JsonObject> = new Map([["then", EFFECT]]);

const RULE: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["id"],
  properties: {
    id: ID,
    adapters: GLOBS,
    operations: GLOBS,
    roles: {
      description: "The asker has one of these. Left out: whoever asks.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { enum: [...ROLES] },
    },
    when: {
      ...CEL,
      description:
        "CEL over actor, roles, adapter, operation, args, risk, session, dry_run, generation; numbers are doubles.",
    },
    ...Object.fromEntries(EFFECTS),
    reason: { description: "Shown to people.", type: "string", minLength: 1, maxLength: 300 },
    raise_risk_to: { ...RISK, description: "The effective risk is not below it where the rule fits." },
  },
};

const BUDGET: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["id", "per", "window", "limit"],
  properties: {
    id: ID,
    adapters: GLOBS,
    operations: GLOBS,
    per: {
      description: "Whose amounts are added up. Per session: what has no session is denied.",
      enum: ["actor", "session", "all"],
    },
    window: { ...DURATION, description: "1 s to 31 days; windows begin at whole multiples of it since 1970." },
    limit: { description: "Whole units in a window.", type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    amount: { ...CEL, description: "CEL for a whole number of units, 0 or more. Left out: 1." },
  },
};

const APPROVALS: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    ttl: {
      ...DURATION,
      description: "How long an approval is waited for and then good, 1 s to 7 days.",
      default: "120s",
    },
    per_session: { description: "Waiting at once.", type: "integer", minimum: 0, maximum: 100_000, default: 10 },
    in_all: { description: "Waiting at once.", type: "integer", minimum: 0, maximum: 100_000, default: 1_000 },
  },
};

/** JSON Schema of a policy file; published as `schemas/policy.v1.json`, which a test compares. */
export const POLICY_SCHEMA: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:holdpoint:schema:policy:v1",
  title: "policy.yaml",
  description: "What the gateway lets through. What no rule allows is denied.",
  type: "object",
  additionalProperties: false,
  required: ["version", "rules"],
  properties: {
    version: { description: "Version of this format.", const: 1 },
    rules: { description: "All are looked at.", type: "array", maxItems: RULES_MAX, items: RULE },
    escalate_from: { ...RISK, description: "What is allowed at this risk or above is escalated.", default: "high" },
    budgets: { type: "array", maxItems: BUDGETS_MAX, items: BUDGET, default: [] },
    approvals: APPROVALS,
  },
};
