import assert from "node:assert/strict";
import { test } from "node:test";
import type { DecisionRequest } from "../contract/guardian.ts";
import { createGuardian } from "./create-guardian.ts";
import { testingOperation, testingPrincipal, testingRequest } from "./testing.ts";
import { TRIAL_POLICY } from "./trial-policy.ts";

function decisionOf(adapter: string, more: Partial<DecisionRequest> = {}): string {
  const guardian = createGuardian({ policyText: TRIAL_POLICY, file: "the trial policy" });
  const operation = testingOperation({ name: adapter });
  return guardian.decide(testingRequest({ adapter, operation, operationName: adapter, ...more })).decision.decision;
}

test("the trial adapters may be played with, a notification asks a person, everything else is denied", () => {
  for (const adapter of ["echo", "fail", "sleep", "append"]) assert.equal(decisionOf(adapter), "ALLOW", adapter);
  assert.equal(decisionOf("notify"), "ESCALATE");
  for (const adapter of ["payments", "echoes", ""]) assert.equal(decisionOf(adapter), "DENY", adapter);
});

test("any JSON object may be echoed, by whoever may submit", () => {
  assert.equal(
    decisionOf("echo", { arguments: { deep: [{ a: null }] }, principal: testingPrincipal("bea", "operator") }),
    "ALLOW",
  );
});

test("what is asked at a high risk asks a person", () => {
  for (const risk of ["safe", "low", "medium"] as const) assert.equal(decisionOf("echo", { risk }), "ALLOW", risk);
  for (const risk of ["high", "critical"] as const) assert.equal(decisionOf("echo", { risk }), "ESCALATE", risk);
});
