import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { selftest } from "../../../scenes/selftest.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

test("plants of the same check of another gate do not count", () => {
  const checks = [{ id: "shared", params: {} }];
  const body = plan({ gates: [plannedGate("a", { checks }), plannedGate("b", { checks })] });
  const tested = selftest(body, { checks: [{ gate: "a", check: "shared", plants: 2, missed: [] }] });
  const result = judgeScene(check, { bodies: { [KIND.plan]: [body], [KIND.selftest]: [tested] } });
  assert.equal(result.code, "check-not-tested");
  assert.equal(result.reason, "1 of 2 checks unknown to the selftest: b/shared");
});

test("a pass counts what was planted", () => {
  assert.equal(judgeScene(check, check.sound()).reason, "96 violations of 32 checks planted");
});

test("every unplanted check is named", () => {
  const body = selftest(plan());
  const checks = body.checks.map((one) => (one.gate === "tests" ? { ...one, plants: 0 } : one));
  const result = judgeScene(check, { bodies: { [KIND.plan]: [plan()], [KIND.selftest]: [{ ...body, checks }] } });
  assert.match(result.reason, /^8 of 32 checks without a planted violation: tests\/tests-1, .* and 5 more$/);
});
