import assert from "node:assert/strict";
import { test } from "node:test";
import type { Grant } from "../contract/action.ts";
import { consume } from "./consume.ts";
import type { GrantedCall } from "./grant-objection.ts";
import { grantObjection } from "./grant-objection.ts";
import { NOW_MS, TERMS, testingCall, testingGrant } from "./testing.ts";

function objection(grant: Partial<Grant>, call: Partial<GrantedCall>, nowMs = NOW_MS): string | null {
  const found = grantObjection(testingGrant(grant), testingCall(call), nowMs);
  return found === null ? null : `${found.code}: ${found.reason}`;
}

test("a grant is one for its own call", () => {
  assert.equal(objection({}, {}), null);
  assert.equal(objection({}, {}, NOW_MS + TERMS.ttlMs - 1), null);
});

const OTHER = "sha256:other";
const CHANGED: readonly (readonly [string, Partial<Grant>, Partial<GrantedCall>, RegExp])[] = [
  ["the adapter of the call", {}, { adapter: "mail" }, /^grant_mismatch: .*another adapter$/],
  ["the operation of the call", {}, { operation: "charge" }, /^grant_mismatch: .*another operation$/],
  ["the arguments of the call", {}, { argumentsDigest: OTHER }, /^grant_mismatch: .*other arguments$/],
  ["the policy in force", {}, { policyDigest: OTHER }, /^policy_changed: /],
  ["who asks", {}, { actor: "bea" }, /^approver_is_requester: bea/],
  ["the adapter of the grant", { adapter: "mail" }, {}, /^grant_mismatch: .*adapter$/],
  ["the operation of the grant", { operation: "charge" }, {}, /^grant_mismatch: .*operation$/],
  ["the arguments of the grant", { argumentsDigest: OTHER }, {}, /^grant_mismatch: .*arguments$/],
  ["the policy of the grant", { policyDigest: OTHER }, {}, /^policy_changed: /],
  ["who approved", { approver: "ann" }, {}, /^approver_is_requester: ann/],
  ["the instant of its end", { expiresAtMs: NOW_MS }, {}, /^grant_expired: /],
  ["the end to something that is no instant", { expiresAtMs: Number.NaN }, {}, /^grant_expired: /],
  ["the beginning to later than now", { grantedAtMs: NOW_MS + 1 }, {}, /^grant_expired: /],
  ["that it was used", { consumedAtMs: NOW_MS }, {}, /^grant_consumed: /],
  ["that it was used at the beginning of time", { consumedAtMs: 0 }, {}, /^grant_consumed: /],
  ["the number of the attempt", {}, { attempt: 2 }, /^grant_mismatch: .*attempt before$/],
];

for (const [what, grant, call, said] of CHANGED) {
  test(`refused when changed: ${what}`, () => {
    assert.match(objection(grant, call) ?? "nothing", said);
  });
}

test("a grant is over at its end, and at an instant that is none", () => {
  for (const nowMs of [NOW_MS + TERMS.ttlMs, NOW_MS + TERMS.ttlMs + 1, Number.NaN, NOW_MS - 1]) {
    assert.match(objection({}, {}, nowMs) ?? "nothing", /^grant_expired/, String(nowMs));
  }
});

test("one grant covers all attempts of its action, once the first has used it in time", () => {
  const used = consume(testingGrant(), NOW_MS + 5);
  const late = NOW_MS + TERMS.ttlMs + 1;
  assert.equal(grantObjection(used, testingCall({ attempt: 2 }), NOW_MS + 6), null);
  assert.equal(grantObjection(used, testingCall({ attempt: 3 }), late), null);
  assert.equal(grantObjection(used, testingCall({ attempt: 2, policyDigest: OTHER }), late)?.code, "policy_changed");
  for (const attempt of [1, 0, Number.NaN]) {
    assert.equal(grantObjection(used, testingCall({ attempt }), NOW_MS + 6)?.code, "grant_consumed", String(attempt));
  }
});
