import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf } from "@holdpoint/core";
import { grantFor } from "../approvals/grant.ts";
import { grantObjection } from "../approvals/grant-objection.ts";
import { ALLOW_ALL, guardianOf, NOON_MS, policyOf, testingRequest } from "./testing.ts";

test("ancestors, row 14: approve A, run B with the same tool", () => {
  const a = { to: "ann", amount: 1 };
  const b = { to: "mallory", amount: 1_000_000 };
  const guardian = guardianOf(["{ id: ask, then: escalate }"]);
  const { decision } = guardian.decide(testingRequest({ arguments: a, argumentsDigest: digestOf(a) }));
  const action = {
    actor: "ann",
    adapter: "payments",
    operation: "refund",
    argumentsDigest: digestOf(a),
    decision,
    deadlineAtMs: null,
  };
  const grant = grantFor(action, "bea", NOON_MS, guardian.approvals);
  const call = { ...action, policyDigest: guardian.policyDigest, attempt: 1 };
  assert.equal(grantObjection(grant, call, NOON_MS), null);
  const objection = grantObjection(grant, { ...call, argumentsDigest: digestOf(b) }, NOON_MS);
  assert.deepEqual(objection, { code: "grant_mismatch", reason: "the approval is for other arguments" });
});

test("ancestors, row 14: an expiry that nobody compares", () => {
  const guardian = guardianOf([ALLOW_ALL]);
  const { ttlMs } = guardian.approvals;
  const held = { policyDigest: guardian.policyDigest, grantExpiresAtMs: NOON_MS + ttlMs, nowMs: NOON_MS + ttlMs };
  assert.equal(guardian.objection(held)?.reasonCode, "grant_expired");
});

test("ancestors, row 14: missing budget_id = no budget", () => {
  const guardian = guardianOf([ALLOW_ALL], "budgets: [{ id: s, per: session, window: 24h, limit: 1 }]");
  for (const sessionId of [null, ""]) {
    const { decision, reservations } = guardian.decide(testingRequest({ sessionId }));
    assert.deepEqual([decision.decision, decision.reasonCode, reservations], ["DENY", "budget_error", []]);
  }
  assert.equal(guardian.decide(testingRequest({ sessionId: "s1" })).decision.decision, "ALLOW");
});

test("ancestors, row 14: a freeze that nobody reads", () => {
  const guardian = guardianOf([ALLOW_ALL]);
  guardian.setFrozen(true);
  assert.equal(guardian.decide(testingRequest()).decision.reasonCode, "frozen");
  const held = { policyDigest: guardian.policyDigest, grantExpiresAtMs: null, nowMs: NOON_MS };
  assert.equal(guardian.objection(held)?.reasonCode, "frozen");
});

test("ancestors, row 6: a denial can be undone", () => {
  const guardian = guardianOf(["{ id: no, then: deny }", "{ id: ask, then: escalate }", ALLOW_ALL]);
  const first = guardian.decide(testingRequest()).decision;
  for (const _ of [1, 2, 3]) assert.deepEqual(guardian.decide(testingRequest()).decision, first);
  assert.equal(first.decision, "DENY");
  const action = {
    actor: "ann",
    adapter: "payments",
    operation: "refund",
    argumentsDigest: "sha256:0",
    decision: first,
    deadlineAtMs: null,
  };
  assert.throws(() => grantFor(action, "bea", NOON_MS, guardian.approvals), { code: "HP-GATEWAY-STATE-CONFLICT" });
  guardian.load(policyOf([ALLOW_ALL]), "policy.yaml");
  const held = { policyDigest: first.policyDigest, grantExpiresAtMs: null, nowMs: NOON_MS };
  assert.equal(
    guardian.objection(held)?.decision,
    "DENY",
    "a milder policy does not take up what an earlier one judged",
  );
});
