import assert from "node:assert/strict";
import { test } from "node:test";
import type { TotalsMismatch } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function mismatch(changes: Partial<TotalsMismatch>): TotalsMismatch {
  return { report: "a.xml", line: 7, suite: "cart", what: "tests", declared: 4, counted: 3, ...changes };
}

test("the place, what was declared and what was counted are said", () => {
  const bodies = { [KIND.testResults]: [testResults({ mismatches: [mismatch({})] })] };
  const result = judgeScene(check, { bodies });
  assert.equal(result.reason, 'a.xml:7 declares 4 tests for "cart" but lists 3');
  assert.equal(result.observed, 3);
  assert.equal(result.threshold, 4);
  assert.equal(result.flip, "would pass if 4 tests were listed");
  assert.deepEqual(result.locations, [{ file: "a.xml", line: 7, text: "cart: 4 tests declared, 3 listed" }]);
});

test("mismatches of every suite are found", () => {
  const bodies = {
    [KIND.testResults]: [
      testResults(),
      testResults({
        suite: "process",
        mismatches: [mismatch({ what: "errors", declared: 0, counted: 2 }), mismatch({})],
      }),
    ],
  };
  const result = judgeScene(check, { bodies });
  assert.equal(result.code, "lists-more");
  assert.equal(result.locations.length, 2);
});
