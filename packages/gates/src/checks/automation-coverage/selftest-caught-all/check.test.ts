import assert from "node:assert/strict";
import { test } from "node:test";
import type { SelftestBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";
import { livePlant, selftest } from "../../../scenes/selftest.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(changes: Partial<SelftestBody>, minPlanted = 60): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.selftest]: [selftest(plan(), changes)] }, params: { minPlanted } });
}

test("the number that is wanted is met exactly", () => {
  assert.equal(judged({ planted: 60, caught: 60 }).outcome, "pass");
  assert.equal(judged({ planted: 59, caught: 59 }).code, "too-few");
  assert.equal(judged({ planted: 59, caught: 59 }).flip, "would pass with 1 more");
});

test("a missed live plant is named elsewhere and does not upset the count", () => {
  const live = [livePlant("tests", { caught: false, got: "pass" })];
  assert.equal(judged({ live, planted: 100, caught: 99 }).outcome, "pass");
  assert.equal(judged({ live, planted: 100, caught: 100 }).code, "count-disagrees");
});

test("what was missed is named with its check", () => {
  const checks = [
    { gate: "tests", check: "none-failed", plants: 2, missed: ["one-fails: expected fail x, got pass pass"] },
  ];
  const result = judged({ checks, live: [], planted: 100, caught: 99 });
  assert.equal(
    result.reason,
    "1 of 100 planted violations missed: tests/none-failed one-fails: expected fail x, got pass pass",
  );
});
