import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

const cases = [
  testCase("quick", { durationMs: 1.4, line: 1 }),
  testCase("slow", { durationMs: 900, line: 2 }),
  testCase("untimed", { durationMs: null, line: 3 }),
  testCase("slower", { durationMs: 1800.6, line: 4 }),
];

test("a pass lists the slowest tests, slowest first", () => {
  const bodies = { [KIND.testResults]: [testResults({ cases })] };
  const result = judgeScene(check, { bodies, params: { slowest: 2 } });
  assert.equal(result.outcome, "pass");
  assert.equal(result.reason, "3 of 4 tests told their time: 2702 ms in all");
  assert.deepEqual(
    result.locations.map((place) => place.line),
    [4, 2],
  );
  assert.match(result.locations[0]?.text ?? "", /slower took 1801 ms$/);
});

test("one suite without durations is enough, and is named", () => {
  const untimed = testResults({ suite: "process", cases: [testCase("a", { durationMs: null })] });
  const result = judgeScene(check, { bodies: { [KIND.testResults]: [testResults(), untimed] } });
  assert.equal(result.code, "unknown");
  assert.match(result.reason, /^process: no duration on any of 1 test$/);
});

test("a suite of skipped tests is not asked for durations", () => {
  const skipped = testResults({ cases: [testCase("a", { status: "skipped", durationMs: 0 })] });
  assert.equal(judgeScene(check, { bodies: { [KIND.testResults]: [skipped] } }).outcome, "pass");
});
