import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(checks: number, min: number): ReturnType<typeof judgeScene> {
  const gate = plannedGate("tests", {
    checks: Array.from({ length: checks }, (_, index) => ({ id: `c${index}`, params: {} })),
  });
  return judgeScene(check, { bodies: { [KIND.plan]: [plan({ gates: [gate] })] }, params: { min } });
}

test("the limit can be raised and not lowered below eight", () => {
  assert.equal(judged(8, 8).outcome, "pass");
  assert.equal(judged(7, 0).code, "too-few-checks");
  assert.equal(judged(9, 10).flip, "would pass with 1 more check");
});

test("the gate is named with what it has", () => {
  assert.equal(judged(2, 8).reason, 'the gate "tests" has 2 checks, at least 8 are wanted');
});
