import assert from "node:assert/strict";
import { test } from "node:test";
import type { BaselineGate, PlannedGate } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(before: readonly BaselineGate[], now: readonly PlannedGate[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.plan]: [plan({ gates: now })] },
    baselineFacts: {},
    baselineGates: before,
  });
}

function before(id: string, checks: readonly string[], blocking = true): BaselineGate {
  return { id, blocking, verdict: "PASS", checks: checks.map((one) => ({ id: one, outcome: "pass", params: {} })) };
}

test("new gates and new checks are welcome", () => {
  assert.equal(judged([before("tests", ["tests-1"])], plan().gates).outcome, "pass");
});

test("an advisory gate may become blocking, not the reverse", () => {
  assert.equal(judged([before("tests", [], false)], [plannedGate("tests")]).outcome, "pass");
  assert.equal(judged([before("tests", [], true)], [plannedGate("tests", { blocking: false })]).code, "now-advisory");
});

test("a gate that failed then counts as a gate that judged", () => {
  assert.equal(judged([{ ...before("soak", []), verdict: "WARN" }], plan().gates).code, "gate-dropped");
});

test("everything that is gone is told by name", () => {
  const result = judged([before("tests", ["a", "b", "tests-1"]), before("soak", [])], [plannedGate("tests")]);
  assert.match(result.reason, /^2 checks of the gate "tests" are gone: a, b; the gate "soak" judged/);
});
