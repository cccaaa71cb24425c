import assert from "node:assert/strict";
import { test } from "node:test";
import type { DecisionRequest, Guardian } from "../contract/guardian.ts";
import type { Risk } from "../contract/risk.ts";
import { createGuardian } from "./create-guardian.ts";
import { readPolicy } from "./read-policy.ts";
import { ALLOW_ALL, budget, guardianOf, NOON_MS, policyOf, testingOperation, testingRequest } from "./testing.ts";
import { refusalOf } from "./testing-refusal.ts";

const PER_ALL = budget("amount: 'args.n'");
const DAY_MS = 86_400_000;

function codeOf(guardian: Guardian, more: Partial<DecisionRequest> = {}): string {
  return guardian.decide(testingRequest(more)).decision.reasonCode;
}

function take(n: number, more: Partial<DecisionRequest> = {}): DecisionRequest {
  return testingRequest({ arguments: { n }, ...more });
}

test("a decision carries the digest of the policy in force", () => {
  const guardian = guardianOf([ALLOW_ALL]);
  assert.equal(guardian.policyDigest, readPolicy(policyOf([ALLOW_ALL]), "x").digest);
  assert.equal(guardian.decide(testingRequest()).decision.policyDigest, guardian.policyDigest);
});

test("an operation that the adapter has not is denied, whatever the rules say", () => {
  const { decision, reservations } = guardianOf([ALLOW_ALL]).decide(testingRequest({ operation: null }));
  assert.deepEqual([decision.decision, decision.reasonCode, reservations], ["DENY", "operation_unknown", []]);
});

test("arguments that do not fit are denied before any rule, by the field's name", () => {
  const operation = testingOperation({ argumentsSchema: { properties: { n: { type: "integer" } } } });
  const guardian = guardianOf([ALLOW_ALL]);
  const { decision } = guardian.decide(testingRequest({ operation, arguments: { n: 1, m: 2 } }));
  assert.deepEqual([decision.decision, decision.reasonCode], ["DENY", "arguments_invalid"]);
  assert.match(decision.reason, /arguments has the unknown field "m"$/);
  assert.equal(codeOf(guardian, { operation, arguments: { n: 1 } }), "rule_allowed");
});

test("an amount is held when it is decided, for an ALLOW and for an ESCALATE", () => {
  for (const rule of [ALLOW_ALL, "{ id: ask, then: escalate }"]) {
    const guardian = guardianOf([rule], PER_ALL);
    const { reservations } = guardian.decide(take(7));
    const windowStartMs = NOON_MS - DAY_MS / 2;
    assert.deepEqual(reservations, [{ budget: "daily", key: "*", windowStartMs, amount: 7 }]);
    assert.deepEqual(guardian.budgetRows(reservations), [
      { budget: "daily", key: "*", windowStartMs, reserved: 7, committed: 0 },
    ]);
    const refused = guardian.decide(take(4));
    assert.equal(refused.decision.reasonCode, "budget_exhausted");
    assert.equal(
      refused.decision.reason,
      'A budget has less left than this takes: "daily" has 3 of 10 left, and this takes 4',
    );
    assert.deepEqual(refused.reservations, []);
    guardian.settle(reservations, "release");
    assert.equal(guardian.decide(take(10)).decision.decision === "DENY", false);
  }
});

test("a denial holds nothing", () => {
  const guardian = guardianOf([ALLOW_ALL, "{ id: no, when: 'args.n == 3', then: deny }"], PER_ALL);
  for (const request of [take(3), take(11), take(1.5), testingRequest(), take(1, { operation: null })]) {
    const { decision, reservations } = guardian.decide(request);
    assert.equal(decision.decision, "DENY");
    assert.deepEqual(reservations, []);
  }
  assert.equal(guardian.decide(take(10)).decision.decision, "ALLOW", "the whole budget is left");
});

test("a preview and a dry run say the same and hold nothing", () => {
  const guardian = guardianOf([ALLOW_ALL], PER_ALL);
  for (const _ of [1, 2, 3]) {
    assert.equal(guardian.preview(take(10)).decision, "ALLOW");
    const dry = guardian.decide(take(10, { dryRun: true }));
    assert.deepEqual([dry.decision.decision, dry.reservations], ["ALLOW", []]);
  }
  assert.equal(guardian.preview(take(11)).reasonCode, "budget_exhausted");
  assert.equal(guardian.decide(take(11, { dryRun: true })).decision.reasonCode, "budget_exhausted");
  guardian.decide(take(10));
  assert.equal(guardian.preview(take(1)).reasonCode, "budget_exhausted");
});

test("of several budgets all are taken or none", () => {
  const guardian = guardianOf(
    [ALLOW_ALL],
    "budgets:",
    "  - { id: large, per: all, window: 24h, limit: 100, amount: 'args.n' }",
    "  - { id: small, per: actor, window: 1h, limit: 5, amount: 'args.n' }",
  );
  assert.equal(guardian.decide(take(6)).decision.reasonCode, "budget_exhausted");
  const { reservations } = guardian.decide(take(5));
  assert.deepEqual(
    guardian.budgetRows(reservations).map((row) => [row.budget, row.key, row.reserved]),
    [
      ["large", "*", 5],
      ["small", "ann", 5],
    ],
  );
});

test("what throws while it is decided is a denial, and holds nothing", () => {
  const guardian = guardianOf(["{ id: a, when: 'args.flag == true', then: allow }"], PER_ALL);
  const broken: readonly (readonly [string, Partial<DecisionRequest>, RegExp])[] = [
    ["a condition", {}, /"when" of the rule "a" cannot be evaluated: No such key: flag/],
    ["a schema", { operation: testingOperation({ argumentsSchema: { type: "nothing" } }) }, /schema/],
    ["an instant", { nowMs: Number.NaN }, /instant/],
    ["a risk", { risk: "huge" as Risk }, /risk/],
    ["an operation's risk", { operation: testingOperation({ risk: "none" as Risk }) }, /risk/],
    ["a generation", { generation: 0.5 }, /0\.5/],
    ["a principal", { principal: null as unknown as DecisionRequest["principal"] }, /null/],
    ["arguments", { arguments: null as unknown as DecisionRequest["arguments"] }, /./],
  ];
  for (const [what, more, reason] of broken) {
    const { decision, reservations } = guardian.decide(take(1, { arguments: { n: 1 }, ...more }));
    const code = what === "arguments" ? "arguments_invalid" : "guardian_error";
    assert.deepEqual([decision.decision, decision.reasonCode, reservations], ["DENY", code, []], what);
    assert.match(decision.reason, reason, what);
  }
  const trap = testingRequest({
    arguments: new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("\u001b[2J trap\n".repeat(100));
        },
      },
    ),
    operation: testingOperation({ argumentsSchema: {} }),
  });
  const { decision } = guardian.decide(trap);
  assert.equal(decision.reasonCode, "guardian_error");
  assert.ok(decision.reason.length < 300 && !/\p{Cc}/u.test(decision.reason), "what was thrown is cut and on one line");
  assert.deepEqual(guardian.decide(null as unknown as DecisionRequest).decision.reasonCode, "guardian_error");
});

test("deeply nested arguments are denied, not a crash", () => {
  const argumentsSchema = { properties: { a: { $ref: "#" } } };
  let deep: DecisionRequest["arguments"] = {};
  for (let depth = 0; depth < 50_000; depth += 1) deep = { a: deep };
  assert.equal(
    codeOf(guardianOf([ALLOW_ALL]), { operation: testingOperation({ argumentsSchema }), arguments: deep }),
    "guardian_error",
  );
});

test("while it is frozen everything is denied, also what was allowed before", () => {
  const guardian = guardianOf([ALLOW_ALL]);
  const held = { policyDigest: guardian.policyDigest, grantExpiresAtMs: null, nowMs: NOON_MS };
  assert.equal(guardian.objection(held), null);
  guardian.setFrozen(true);
  assert.ok(guardian.frozen);
  assert.equal(codeOf(guardian), "frozen");
  assert.equal(codeOf(guardian, { operation: null }), "frozen");
  assert.equal(guardian.preview(testingRequest()).decision, "DENY");
  assert.equal(guardian.objection(held)?.reasonCode, "frozen");
  guardian.load(policyOf([ALLOW_ALL]), "policy.yaml");
  assert.equal(codeOf(guardian), "frozen", "another policy does not end a freeze");
  guardian.setFrozen(false);
  assert.ok(!guardian.frozen);
  assert.equal(codeOf(guardian), "rule_allowed");
});

test("what was decided by another policy is objected to", () => {
  const guardian = guardianOf([ALLOW_ALL]);
  const held = { policyDigest: guardian.policyDigest, grantExpiresAtMs: null, nowMs: NOON_MS };
  assert.equal(guardian.objection(held), null);
  const { digest } = guardian.load(policyOf(["{ id: other, then: allow }"]), "policy.yaml");
  assert.equal(guardian.policyDigest, digest);
  const objection = guardian.objection(held);
  assert.deepEqual([objection?.decision, objection?.reasonCode], ["DENY", "policy_changed"]);
  assert.equal(objection?.policyDigest, digest);
  assert.equal(guardian.objection({ ...held, policyDigest: digest }), null);
});

test("a grant is good until its instant, and not at an instant that is none", () => {
  const guardian = guardianOf([ALLOW_ALL]);
  const at = (nowMs: number, grantExpiresAtMs: number | null): string | undefined =>
    guardian.objection({ policyDigest: guardian.policyDigest, grantExpiresAtMs, nowMs })?.reasonCode;
  assert.equal(at(NOON_MS, NOON_MS + 1), undefined);
  for (const [nowMs, expires] of [
    [NOON_MS, NOON_MS],
    [NOON_MS + 1, NOON_MS],
    [Number.NaN, NOON_MS],
    [NOON_MS, Number.NaN],
  ] as const) {
    assert.equal(at(nowMs, expires), "grant_expired");
  }
});

test("a policy that cannot be read changes nothing", () => {
  const guardian = guardianOf([ALLOW_ALL], "approvals: { ttl: 60s }");
  const before = guardian.policyDigest;
  const { code, place } = refusalOf(() =>
    guardian.load("version: 1\nrules:\n  - { id: a, when: 'x', then: allow }\n", "new.yaml"),
  );
  assert.deepEqual([code, place], ["HP-GATEWAY-POLICY", { file: "new.yaml", line: 3, column: 21 }]);
  assert.equal(guardian.policyDigest, before);
  assert.equal(guardian.approvals.ttlMs, 60_000);
  assert.equal(codeOf(guardian), "rule_allowed");
  guardian.load(policyOf([], "approvals: { ttl: 30s }"), "new.yaml");
  assert.equal(guardian.approvals.ttlMs, 30_000);
  assert.equal(codeOf(guardian), "no_rule");
});

test("what was spent stays spent when the policy changes", () => {
  const guardian = guardianOf([ALLOW_ALL], PER_ALL);
  guardian.settle(guardian.decide(take(8)).reservations, "commit");
  guardian.load(policyOf([ALLOW_ALL, "{ id: more, raise_risk_to: low }"], PER_ALL), "policy.yaml");
  assert.equal(guardian.preview(take(3)).reasonCode, "budget_exhausted");
  guardian.load(policyOf([ALLOW_ALL]), "policy.yaml");
  guardian.load(policyOf([ALLOW_ALL], PER_ALL), "policy.yaml");
  assert.equal(guardian.preview(take(3)).reasonCode, "budget_exhausted", "also when the budget was gone for a while");
  assert.equal(guardian.preview(take(2)).reasonCode, "rule_allowed");
});

test("a guardian that starts again goes on with what was stored", () => {
  const first = guardianOf([ALLOW_ALL], PER_ALL);
  const open = first.decide(take(4)).reservations;
  first.settle(first.decide(take(5)).reservations, "commit");
  const second = guardianOf([ALLOW_ALL], PER_ALL);
  second.restore(first.budgetRows(open));
  assert.equal(second.preview(take(2)).reasonCode, "budget_exhausted");
  second.settle(open, "release");
  assert.equal(second.preview(take(5)).reasonCode, "rule_allowed");
  assert.equal(second.preview(take(6)).reasonCode, "budget_exhausted");
});

test("what was stored for a budget that is no longer there is kept, and nothing touches no rows", () => {
  const guardian = guardianOf([ALLOW_ALL], PER_ALL);
  const gone = { budget: "gone", key: "*", windowStartMs: NOON_MS - DAY_MS / 2, reserved: 0, committed: 4 };
  guardian.restore([gone]);
  assert.deepEqual(guardian.budgetRows([{ ...gone, amount: 4 }]), [gone]);
  assert.deepEqual(guardian.budgetRows([]), []);
  guardian.load(policyOf([ALLOW_ALL], PER_ALL.replace("daily", "gone")), "policy.yaml");
  assert.equal(guardian.decide(take(7)).decision.reasonCode, "budget_exhausted", "it counts when it comes back");
  assert.equal(guardian.decide(take(6)).decision.reasonCode, "rule_allowed");
});

test("what was stored for a budget that no policy has takes a counter's place until the longest window is over", () => {
  const guardian = createGuardian({ policyText: policyOf([ALLOW_ALL], PER_ALL), file: "policy.yaml", countersMax: 1 });
  guardian.restore([{ budget: "gone", key: "*", windowStartMs: NOON_MS, reserved: 0, committed: 4 }]);
  assert.equal(codeOf(guardian, { ...take(1), nowMs: NOON_MS + 31 * DAY_MS - 1 }), "budget_error");
  assert.equal(codeOf(guardian, { ...take(1), nowMs: NOON_MS + 31 * DAY_MS }), "rule_allowed");
});

test("beyond the number of counters a new one is denied", () => {
  const guardian = createGuardian({
    policyText: policyOf([ALLOW_ALL], "budgets: [{ id: s, per: session, window: 1h, limit: 10 }]"),
    file: "policy.yaml",
    countersMax: 2,
  });
  assert.equal(codeOf(guardian, { sessionId: "a" }), "rule_allowed");
  assert.equal(codeOf(guardian, { sessionId: "b" }), "rule_allowed");
  assert.equal(codeOf(guardian, { sessionId: "c" }), "budget_error");
  assert.equal(codeOf(guardian, { sessionId: "a" }), "rule_allowed");
});

test("a policy with an error is no guardian at all", () => {
  const { code } = refusalOf(() => createGuardian({ policyText: "version: 1\n", file: "policy.yaml" }));
  assert.equal(code, "HP-GATEWAY-POLICY");
});
