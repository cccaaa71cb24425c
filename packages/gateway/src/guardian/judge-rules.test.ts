import assert from "node:assert/strict";
import { test } from "node:test";
import type { DecisionRequest, Guardian } from "../contract/guardian.ts";
import { RISKS } from "../contract/risk.ts";
import { compilePolicy } from "./compile-policy.ts";
import { factsOf } from "./facts-of.ts";
import { judgeRules } from "./judge-rules.ts";
import { readPolicy } from "./read-policy.ts";
import { ALLOW_ALL, guardianOf, policyOf, testingOperation, testingPrincipal, testingRequest } from "./testing.ts";

function said(guardian: Guardian, more: Partial<DecisionRequest> = {}): readonly [string, string, string] {
  const { decision, reasonCode, risk } = guardian.decide(testingRequest(more)).decision;
  return [decision, reasonCode, risk];
}

const ALLOW = "{ id: yes, then: allow }";
const DENY = "{ id: no, then: deny, reason: never on a Sunday }";
const ESCALATE = "{ id: ask, then: escalate, reason: ask somebody }";

test("no rule is a denial", () => {
  assert.deepEqual(said(guardianOf([])), ["DENY", "no_rule", "safe"]);
  assert.deepEqual(said(guardianOf(["{ id: other, adapters: [mail], then: allow }"])), ["DENY", "no_rule", "safe"]);
  assert.deepEqual(said(guardianOf(["{ id: raises, raise_risk_to: medium }"])), ["DENY", "no_rule", "medium"]);
});

test("a deny goes before an escalate, an escalate before an allow, in whatever order they stand", () => {
  const orders = [
    [ALLOW, ESCALATE, DENY],
    [DENY, ESCALATE, ALLOW],
    [ESCALATE, DENY, ALLOW],
  ];
  for (const order of orders) {
    assert.deepEqual(said(guardianOf(order)), ["DENY", "rule_denied", "safe"]);
    const without = order.filter((rule) => rule !== DENY);
    assert.deepEqual(said(guardianOf(without)), ["ESCALATE", "rule_escalated", "safe"]);
  }
  assert.deepEqual(said(guardianOf([ALLOW])), ["ALLOW", "rule_allowed", "safe"]);
});

test("a person is told which rule it was, and why", () => {
  const reason = (rules: readonly string[]): string => guardianOf(rules).decide(testingRequest()).decision.reason;
  assert.equal(reason([ALLOW, DENY]), 'A rule of the policy denies it: "no", never on a Sunday');
  assert.equal(reason([ALLOW, ESCALATE]), 'A rule of the policy wants a person to decide: "ask", ask somebody');
  assert.equal(reason([ALLOW]), 'A rule of the policy allows it: "yes"');
});

test("a rule is for its adapters, operations and roles", () => {
  const guardian = guardianOf([
    "{ id: a, adapters: ['pay*', mail], operations: [refund], roles: [operator, requester], then: allow }",
  ]);
  const allowed = (more: Partial<DecisionRequest>): boolean => said(guardian, more)[0] === "ALLOW";
  assert.ok(allowed({}));
  assert.ok(allowed({ adapter: "mail" }));
  assert.ok(allowed({ principal: testingPrincipal("bea", "observer", "operator") }));
  assert.ok(!allowed({ adapter: "echo" }));
  assert.ok(!allowed({ operationName: "charge" }));
  assert.ok(!allowed({ principal: testingPrincipal("bea", "observer", "approver") }));
  assert.ok(!allowed({ principal: { actor: "bea", roles: new Set() } }));
});

test("a rule is for what its condition says", () => {
  const guardian = guardianOf(["{ id: a, when: 'has(args.n) && args.n <= 100 && generation == 0', then: allow }"]);
  const allowed = (more: Partial<DecisionRequest>): boolean => said(guardian, more)[0] === "ALLOW";
  assert.ok(allowed({ arguments: { n: 100 } }));
  assert.ok(!allowed({ arguments: { n: 100.5 } }));
  assert.ok(!allowed({ arguments: {} }));
  assert.ok(!allowed({ arguments: { n: 1 }, generation: 1 }));
  assert.deepEqual(said(guardian, { arguments: { n: "1" } }), ["DENY", "guardian_error", "critical"]);
});

test("conditions see the session, the roles and a dry run as they are", () => {
  const seen = (when: string, more: Partial<DecisionRequest>): string =>
    said(guardianOf([`{ id: a, when: '${when}', then: allow }`]), more)[1];
  assert.equal(seen('session == "s1"', { sessionId: "s1" }), "rule_allowed");
  assert.equal(seen("session == null", {}), "rule_allowed");
  assert.equal(seen("dry_run", { dryRun: true }), "rule_allowed");
  assert.equal(seen("dry_run", {}), "no_rule");
  const roles = new Set(["requester"] as const);
  const principal = { actor: "ann", roles };
  const guardian = guardianOf(["{ id: a, when: '\"operator\" in roles', then: allow }"]);
  assert.equal(said(guardian, { principal })[1], "no_rule");
  (roles as Set<string>).add("operator");
  assert.equal(said(guardian, { principal })[1], "rule_allowed", "roles are not remembered from before");
});

test("the risk is the highest of what is asked, the operation's and the rules'", () => {
  const quiet = "escalate_from: critical";
  const raise = guardianOf([ALLOW_ALL, "{ id: r, adapters: [payments], raise_risk_to: medium }"], quiet);
  let seen = 0;
  for (const asked of RISKS) {
    for (const floor of RISKS) {
      const operation = testingOperation({ risk: floor });
      const expected = RISKS[Math.max(RISKS.indexOf(asked), RISKS.indexOf(floor), RISKS.indexOf("medium"))];
      assert.equal(said(raise, { risk: asked, operation })[2], expected);
      seen += 1;
    }
  }
  assert.equal(seen, 25);
  assert.equal(said(guardianOf([ALLOW_ALL], quiet))[2], "safe");
});

test("conditions see the risk before rules raise it", () => {
  const guardian = guardianOf(["{ id: a, raise_risk_to: medium }", "{ id: b, when: 'risk == \"safe\"', then: allow }"]);
  assert.deepEqual(said(guardian), ["ALLOW", "rule_allowed", "medium"]);
});

test("what is allowed is escalated from a risk on, critical always", () => {
  for (const from of RISKS) {
    const guardian = guardianOf([ALLOW_ALL], `escalate_from: ${from}`);
    for (const risk of RISKS) {
      const isHigh = RISKS.indexOf(risk) >= RISKS.indexOf(from);
      const expected = isHigh ? ["ESCALATE", "risk_escalated"] : ["ALLOW", "rule_allowed"];
      assert.deepEqual(said(guardian, { risk }).slice(0, 2), expected, `${risk} from ${from}`);
    }
    assert.equal(said(guardian, { risk: "critical" })[0], "ESCALATE");
  }
  const standard = guardianOf([ALLOW_ALL]);
  assert.equal(said(standard, { risk: "medium" })[0], "ALLOW");
  assert.equal(said(standard, { risk: "high" })[0], "ESCALATE");
});

test("a high risk does not make of a denial something that a person can allow", () => {
  assert.equal(said(guardianOf([ALLOW_ALL, DENY]), { risk: "critical" })[0], "DENY");
  assert.equal(said(guardianOf([]), { risk: "critical" })[0], "DENY");
});

test("a condition that gives anything but true or false decides nothing", () => {
  const request = testingRequest();
  const { policy } = readPolicy(policyOf(["{ id: a, when: 'dry_run', then: allow }"]), "policy.yaml");
  const [rule] = compilePolicy(policy, () => assert.fail("it compiles")).rules;
  assert.ok(rule !== undefined);
  for (const value of [1, 0, "true", null, undefined, {}, 1n]) {
    const rules = [{ ...rule, when: () => value }];
    assert.throws(
      () => judgeRules(rules, request, factsOf(request, "safe"), "safe"),
      /^Error: "when" of the rule "a" is neither true nor false$/,
    );
  }
  const judged = (value: boolean): unknown =>
    judgeRules([{ ...rule, when: () => value }], request, factsOf(request, "safe"), "safe").effect;
  assert.deepEqual([judged(true), judged(false)], ["allow", null]);
});
