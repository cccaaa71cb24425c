import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function judged(skipped: number, total: number, params: JsonObject): ReturnType<typeof judgeScene> {
  const cases = Array.from({ length: total }, (_, index) =>
    testCase(`t${index}`, { status: index < skipped ? "skipped" : "passed" }),
  );
  return judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] }, params });
}

const LIMITS: readonly (readonly [number, number, JsonObject, string])[] = [
  [0, 10, { max: 0, maxPercent: 0 }, "pass"],
  [1, 10, { max: 0 }, "too-many"],
  [1, 10, {}, "pass"],
  [2, 10, {}, "too-large-a-share"],
  [1, 30, { maxPercent: 3.33 }, "too-large-a-share"],
  [1, 30, { maxPercent: 3.34 }, "pass"],
  [101, 2000, {}, "too-many"],
  [100, 2000, {}, "pass"],
  [2, 10, { max: 1, maxPercent: 1 }, "too-many"],
];

for (const [skipped, total, params, code] of LIMITS) {
  test(`${skipped} of ${total} skipped with ${JSON.stringify(params)}: ${code}`, () => {
    assert.equal(judged(skipped, total, params).code, code);
  });
}

test("the flip is the smaller of the two limits", () => {
  assert.equal(judged(5, 20, { max: 4, maxPercent: 10 }).flip, "would pass at <= 2 skipped");
  assert.equal(judged(5, 20, { max: 1, maxPercent: 50 }).flip, "would pass at <= 1 skipped");
});

test("skipped tests are listed also when there are few enough", () => {
  const result = judged(1, 10, {});
  assert.equal(result.reason, "1 of 10 tests skipped");
  assert.match(result.locations[0]?.text ?? "", /t0 skipped$/);
});
