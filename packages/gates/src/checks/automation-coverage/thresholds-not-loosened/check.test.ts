import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(before: JsonObject, now: JsonObject): ReturnType<typeof judgeScene> {
  const gate = { id: "tests", blocking: true, verdict: "PASS" };
  return judgeScene(check, {
    bodies: { [KIND.plan]: [plan({ gates: [plannedGate("tests", { checks: [{ id: "one", params: now }] })] })] },
    baselineFacts: {},
    baselineGates: [{ ...gate, checks: [{ id: "one", outcome: "pass", params: before }] }],
  });
}

test("order of keys and new parameters change nothing", () => {
  assert.equal(judged({ a: { x: 1, y: 2 }, b: [1] }, { b: [1], a: { y: 2, x: 1 }, c: 3 }).outcome, "pass");
});

test("old and new value are both said, whatever their form", () => {
  const result = judged({ components: [{ id: "core", lines: 90 }] }, { components: [{ id: "core", lines: 80 }] });
  assert.equal(result.observed, '[{"id":"core","lines":80}]');
  assert.equal(result.threshold, '[{"id":"core","lines":90}]');
  assert.match(
    result.reason,
    /^tests\/one: the parameter "components" was .*90.* at the last promotion and is .*80.* now$/,
  );
  assert.equal(result.flip, 'would pass with components: [{"id":"core","lines":90}]');
});

test("a tightened bar is a change as well", () => {
  assert.equal(judged({ max: 5 }, { max: 4 }).code, "parameter-changed");
});

test('1 and 1.0 are the same number, 1 and "1" are not', () => {
  assert.equal(judged({ max: 1 }, { max: 1.0 }).outcome, "pass");
  assert.equal(judged({ max: 1 }, { max: "1" }).outcome, "fail");
});
