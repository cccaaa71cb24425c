import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { manyTests, testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

const failed = testCase("pays", { status: "failed", message: "expected 1", line: 40 });
const errored = testCase("ships", { status: "errored", message: null, line: 50 });

test("every failing test is counted and located, in every suite", () => {
  const bodies = {
    [KIND.testResults]: [
      testResults({ cases: [...manyTests(), failed] }),
      testResults({ suite: "process", cases: [errored] }),
    ],
  };
  const result = judgeScene(check, { bodies });
  assert.equal(result.code, "test-failed");
  assert.equal(result.observed, 1);
  assert.equal(result.flip, "would pass with 0 failed tests");
  assert.match(result.reason, /^1 of 22 tests failed: .*pays; 1 of 22 tests errored: .*ships$/);
  assert.deepEqual(
    result.locations.map((place) => [place.line, place.text.split(":")[0]]),
    [
      [40, "unit"],
      [50, "process"],
    ],
  );
});

test("a skipped test is no failure", () => {
  const cases = [testCase("a"), testCase("b", { status: "skipped" })];
  assert.equal(judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] } }).outcome, "pass");
});

test("a thousand failures are counted, a hundred are shown", () => {
  const cases = Array.from({ length: 1000 }, (_, index) => testCase(`t${index}`, { status: "failed" }));
  const result = judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] } });
  assert.equal(result.observed, 1000);
  assert.equal(result.locations.length, 100);
  assert.match(result.reason, /and 997 more$/);
});
