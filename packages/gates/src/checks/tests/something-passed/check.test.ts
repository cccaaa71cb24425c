import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { manyTests, testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

test("the suite with the fewest passes is the one that is observed", () => {
  const suites = [testResults({ cases: manyTests(7) }), testResults({ suite: "process", cases: manyTests(2) })];
  const result = judgeScene(check, { bodies: { [KIND.testResults]: suites } });
  assert.equal(result.observed, 2);
  assert.equal(result.reason, "9 tests passed in 2 suites");
});

test("skipped and failed together are not all skipped", () => {
  const cases = [testCase("a", { status: "skipped" }), testCase("b", { status: "failed" })];
  const result = judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] } });
  assert.equal(result.code, "nothing-passed");
  assert.equal(result.reason, "unit: none of 2 tests passed, 1 skipped");
  assert.deepEqual(
    result.locations.map((place) => place.file),
    ["reports/junit/unit.xml"],
  );
});
