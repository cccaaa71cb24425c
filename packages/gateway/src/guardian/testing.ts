import type { JsonObject } from "@holdpoint/core";
import type { OperationSpec } from "../contract/adapter.ts";
import type { DecisionRequest, Guardian } from "../contract/guardian.ts";
import type { Principal, Role } from "../contract/principal.ts";
import { createGuardian } from "./create-guardian.ts";

/** An instant in the middle of a day: whole windows of 24 h began 12 h before. */
export const NOON_MS: number = Date.UTC(2026, 0, 15, 12);

export const ANY_OBJECT: JsonObject = { type: "object", additionalProperties: true };

export function testingOperation(more: Partial<OperationSpec> = {}): OperationSpec {
  return {
    name: "refund",
    title: "Refunds a charge",
    idempotent: true,
    risk: "safe",
    argumentsSchema: ANY_OBJECT,
    resultSchema: null,
    timeoutMs: null,
    ...more,
  };
}

export function testingPrincipal(actor = "ann", ...roles: readonly Role[]): Principal {
  return { actor, roles: new Set(roles.length === 0 ? ["requester"] : roles) };
}

export const REFUND: OperationSpec = testingOperation();

/** Ann asks `payments` for a refund, of any arguments, at noon. */
export function testingRequest(more: Partial<DecisionRequest> = {}): DecisionRequest {
  return {
    principal: testingPrincipal(),
    adapter: "payments",
    operation: REFUND,
    operationName: "refund",
    arguments: {},
    argumentsDigest: `sha256:${"0".repeat(64)}`,
    sessionId: null,
    risk: null,
    dryRun: false,
    generation: 0,
    nowMs: NOON_MS,
    ...more,
  };
}

/** A guardian with these rules (and more) in flow or block YAML, each a line. */
export function guardianOf(rules: readonly string[], ...more: readonly string[]): Guardian {
  return createGuardian({ policyText: policyOf(rules, ...more), file: "policy.yaml" });
}

export function policyOf(rules: readonly string[], ...more: readonly string[]): string {
  const list = rules.length === 0 ? "rules: []" : ["rules:", ...rules.map((rule) => `  - ${rule}`)].join("\n");
  return `${["version: 1", list, ...more].join("\n")}\n`;
}

export const ALLOW_ALL = "{ id: all, then: allow }";

/** A budget of all actors' amounts in a day. */
export function budget(terms: string): string {
  return `budgets: [{ id: daily, per: all, window: 24h, limit: 10, ${terms} }]`;
}
