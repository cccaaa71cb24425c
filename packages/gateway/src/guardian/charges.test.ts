import assert from "node:assert/strict";
import { test } from "node:test";
import type { DecisionRequest } from "../contract/guardian.ts";
import type { Charges } from "./charges.ts";
import { chargesOf } from "./charges.ts";
import { factsOf } from "./facts-of.ts";
import { readPolicy } from "./read-policy.ts";
import { budget, policyOf, testingRequest } from "./testing.ts";

function chargesFor(terms: string, more: Partial<DecisionRequest> = {}): Charges {
  const { budgets } = readPolicy(policyOf([], budget(terms)), "policy.yaml");
  const request = testingRequest(more);
  return chargesOf(budgets, request, factsOf(request, "safe"));
}

function amounts(charges: Charges): unknown {
  return "problem" in charges ? charges.problem : charges.charges.map(({ key, amount }) => [key, amount]);
}

test("an amount is 1, or what the expression says", () => {
  assert.deepEqual(amounts(chargesFor("")), [["*", 1]]);
  assert.deepEqual(amounts(chargesFor("amount: 'args.n'", { arguments: { n: 7 } })), [["*", 7]]);
  assert.deepEqual(amounts(chargesFor("amount: 'size(args)'", { arguments: { a: 1, b: 2 } })), [["*", 2]]);
  assert.deepEqual(amounts(chargesFor("amount: 'args.n'", { arguments: { n: 2 ** 53 - 1 } })), [["*", 2 ** 53 - 1]]);
});

test("nothing is taken for an amount of 0, nor out of budgets of other adapters and operations", () => {
  assert.deepEqual(amounts(chargesFor("amount: 'args.n'", { arguments: { n: 0 } })), []);
  assert.deepEqual(amounts(chargesFor("amount: 'args.n'", { arguments: { n: -0 } })), []);
  assert.deepEqual(amounts(chargesFor("adapters: [mail]")), []);
  assert.deepEqual(amounts(chargesFor("operations: [charge]")), []);
  assert.deepEqual(amounts(chargesFor("adapters: ['pay*'], operations: ['*']")), [["*", 1]]);
});

test("an amount that is no whole number from 0 to 2^53 - 1 is a problem", () => {
  let seen = 0;
  for (const n of [1.5, -1, 2 ** 53, 1e300, "7", null, [1], { n: 1 }, true]) {
    assert.match(String(amounts(chargesFor("amount: 'args.n'", { arguments: { n } }))), /amount for "daily" is not/);
    seen += 1;
  }
  assert.equal(seen, 9);
  assert.match(String(amounts(chargesFor("amount: 'args.n'"))), /cannot be evaluated: No such key: n/);
  assert.match(String(amounts(chargesFor("amount: '9007199254740992'"))), /is not a whole number/);
  assert.match(String(amounts(chargesFor("amount: '0.0 / 0.0'"))), /is not a whole number/);
});

test("budgets count for an actor, a session or all", () => {
  const of = (per: string, sessionId: string | null): unknown => {
    const { budgets } = readPolicy(
      policyOf([], `budgets: [{ id: daily, per: ${per}, window: 24h, limit: 10 }]`),
      "policy.yaml",
    );
    const request = testingRequest({ sessionId });
    return amounts(chargesOf(budgets, request, factsOf(request, "safe")));
  };
  assert.deepEqual(of("all", null), [["*", 1]]);
  assert.deepEqual(of("actor", "s1"), [["ann", 1]]);
  assert.deepEqual(of("session", "s1"), [["s1", 1]]);
  for (const none of [null, ""]) assert.match(String(of("session", none)), /"daily" is per session, and this has none/);
});
