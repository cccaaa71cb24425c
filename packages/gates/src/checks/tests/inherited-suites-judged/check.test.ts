import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { manyTests, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function judged(before: number, now: number, maxLossPercent: number): ReturnType<typeof judgeScene> {
  const passed = manyTests(before).map((one) => one.id);
  return judgeScene(check, {
    bodies: { [KIND.testResults]: [testResults({ cases: manyTests(now) })] },
    baselineFacts: { tests: { suites: [{ suite: "unit", passed }] } },
    params: { maxLossPercent },
  });
}

test("the allowed loss is met exactly", () => {
  assert.equal(judged(20, 16, 20).outcome, "pass");
  assert.equal(judged(20, 15, 20).code, "suite-shrunk");
  assert.equal(judged(20, 15, 20).flip, "would pass with 1 more test");
  assert.equal(judged(3, 2, 33.33).code, "suite-shrunk");
  assert.equal(judged(3, 2, 33.34).outcome, "pass");
  assert.equal(judged(3, 0, 100).outcome, "pass");
});

test("growing is always allowed, and so are new suites", () => {
  assert.equal(judged(1, 50, 0).outcome, "pass");
});

test("the suite that is gone is named", () => {
  const result = judgeScene(check, {
    bodies: { [KIND.testResults]: [testResults()] },
    baselineFacts: { tests: { suites: [{ suite: "kill", passed: ["a"] }] } },
  });
  assert.equal(result.reason, 'the suite "kill" was judged at the last promotion and has no results now');
});
