import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function judged(flaky: number, params: JsonObject): ReturnType<typeof judgeScene> {
  const cases = Array.from({ length: 5 }, (_, index) =>
    testCase(`t${index}`, { flaky: index < flaky, line: index + 1 }),
  );
  return judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] }, params });
}

test("flaky tests warn up to the limit and fail beyond it", () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((flaky) => judged(flaky, { max: 2 }).outcome),
    ["pass", "warn", "warn", "fail"],
  );
  assert.equal(judged(1, { max: 0 }).outcome, "fail");
});

test("each flaky test is named with its place", () => {
  const result = judged(2, {});
  assert.match(result.reason, /^2 tests passed only when run again: .*t0, .*t1$/);
  assert.deepEqual(
    result.locations.map((place) => place.line),
    [1, 2],
  );
  assert.equal(judged(3, { max: 2 }).flip, "would warn at <= 2 flaky tests");
});
