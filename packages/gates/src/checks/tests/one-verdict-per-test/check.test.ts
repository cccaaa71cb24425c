import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

test("the same test may pass in one suite and be skipped in another", () => {
  const bodies = {
    [KIND.testResults]: [
      testResults({ suite: "node-24", cases: [testCase("a")] }),
      testResults({ suite: "node-26", cases: [testCase("a", { status: "skipped" })] }),
    ],
  };
  assert.equal(judgeScene(check, { bodies }).outcome, "pass");
});

test("a contradiction outweighs a duplicate, and both places are named", () => {
  const cases = [
    testCase("a", { line: 1 }),
    testCase("a", { line: 2, status: "errored" }),
    testCase("b", { line: 3 }),
    testCase("b", { line: 4 }),
    testCase("b", { line: 5 }),
  ];
  const result = judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] } });
  assert.equal(result.code, "contradiction");
  assert.match(result.reason, /a \(passed and errored\); 1 test listed more than once: .*b \(passed\)$/);
  assert.deepEqual(
    result.locations.map((place) => place.line),
    [1, 2, 3, 4, 5],
  );
});

test("tests named like members of every object are told apart", () => {
  const cases = ["__proto__", "constructor"].map((id) => testCase(id, { id }));
  assert.equal(judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ cases })] } }).outcome, "pass");
});
