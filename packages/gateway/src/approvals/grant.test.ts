import assert from "node:assert/strict";
import { test } from "node:test";
import type { Decision } from "../contract/guardian.ts";
import { grantFor } from "./grant.ts";
import { NOW_MS, POLICY, TERMS, testingApprovable } from "./testing.ts";

test("a grant is for exactly the call that was escalated, and for the policy's time", () => {
  const action = testingApprovable();
  assert.deepEqual(grantFor(action, "bea", NOW_MS, TERMS), {
    approver: "bea",
    adapter: "payments",
    operation: "refund",
    argumentsDigest: action.argumentsDigest,
    policyDigest: POLICY,
    grantedAtMs: NOW_MS,
    expiresAtMs: NOW_MS + 120_000,
    consumedAtMs: null,
  });
});

test("a grant ends with the action's deadline", () => {
  const expires = (deadlineAtMs: number): number =>
    grantFor(testingApprovable({ deadlineAtMs }), "bea", NOW_MS, TERMS).expiresAtMs;
  assert.equal(expires(NOW_MS + 5), NOW_MS + 5);
  assert.equal(expires(NOW_MS + 500_000), NOW_MS + 120_000);
});

test("nobody approves what they asked for", () => {
  assert.throws(() => grantFor(testingApprovable({ actor: "bea" }), "bea", NOW_MS, TERMS), {
    code: "HP-GATEWAY-APPROVER-IS-REQUESTER",
  });
});

test("what nothing escalated is not approved", () => {
  const { decision } = testingApprovable();
  const others: readonly (Decision | null)[] = [
    null,
    { ...(decision as Decision), decision: "DENY" },
    { ...(decision as Decision), decision: "ALLOW" },
  ];
  for (const one of others) {
    assert.throws(() => grantFor(testingApprovable({ decision: one }), "bea", NOW_MS, TERMS), {
      code: "HP-GATEWAY-STATE-CONFLICT",
    });
  }
});
