import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestCase } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

type Suites = Readonly<Record<string, readonly TestCase[]>>;

/** `before` names the tests that passed, by suite. */
function judged(before: Readonly<Record<string, readonly string[]>>, now: Suites): ReturnType<typeof judgeScene> {
  const suites = Object.entries(before).map(([suite, passed]) => ({ suite, passed }));
  return judgeScene(check, {
    bodies: { [KIND.testResults]: Object.entries(now).map(([suite, cases]) => testResults({ suite, cases })) },
    baselineFacts: { tests: { suites } },
  });
}

const a = testCase("a", { id: "a" });
const b = testCase("b", { id: "src/b.test.ts › b" });

test("a test may move to another suite", () => {
  assert.equal(judged({ unit: ["a"], process: [] }, { unit: [], process: [a] }).outcome, "pass");
});

test("a test that ran in two suites must run in two", () => {
  assert.equal(judged({ node24: ["a"], node26: ["a"] }, { node24: [a], node26: [a] }).outcome, "pass");
  const result = judged({ node24: ["a"], node26: ["a"] }, { node24: [a], node26: [b] });
  assert.equal(result.code, "now-gone");
});

test("listing a test twice in one suite does not make up for the other", () => {
  assert.equal(judged({ node24: ["a"], node26: ["a"] }, { node24: [a, a] }).code, "now-gone");
});

test("failing outweighs gone and skipped, and each is told", () => {
  const now = {
    unit: [
      { ...a, status: "failed" as const },
      { ...b, status: "skipped" as const },
    ],
  };
  const result = judged({ unit: ["a", b.id, "src/c.test.ts › c"] }, now);
  assert.equal(result.code, "now-failing");
  assert.match(
    result.reason,
    /1 of 3 tests .* fail now: a; 1 of 3 .* are gone: src\/c.*; 1 of 3 .* are skipped now: src\/b/,
  );
  assert.equal(result.observed, 2);
  assert.equal(result.threshold, 3);
  assert.deepEqual(
    result.locations.map((place) => place.file),
    [a.report, "src/c.test.ts", b.report],
  );
});

test("new tests and new suites do not matter", () => {
  assert.equal(judged({ unit: ["a"] }, { unit: [a, b], fuzz: [b] }).reason.startsWith("every one of 1 test "), true);
});

test("a pass beside a failure of the same test is not a pass", () => {
  assert.equal(judged({ unit: ["a"] }, { unit: [a, { ...a, status: "errored" }] }).code, "now-failing");
});
