import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, TestResultsBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { manyTests, testReport, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function judged(suites: readonly TestResultsBody[], params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.testResults]: suites }, params });
}

test("the limit of tests is met exactly", () => {
  const suites = [testResults({ cases: manyTests(20) })];
  assert.equal(judged(suites, { minTests: 20 }).outcome, "pass");
  const short = judged(suites, { minTests: 21 });
  assert.equal(short.outcome, "fail");
  assert.equal(short.flip, "would pass with 1 more test");
  assert.equal(short.observed, 20);
});

test("empty reports are allowed up to the limit, each told by name", () => {
  const empty = ["a.xml", "b.xml"].map((file) => testReport({ file, cases: 0 }));
  const suites = [testResults({ reports: [testReport(), ...empty] })];
  assert.equal(judged(suites, { maxEmptyReports: 2 }).outcome, "pass");
  const result = judged(suites, { maxEmptyReports: 1 });
  assert.equal(result.code, "report-empty");
  assert.match(result.reason, /2 reports without a test, 1 allowed: a\.xml, b\.xml/);
  assert.deepEqual(
    result.locations.map((place) => place.file),
    ["a.xml", "b.xml"],
  );
});

test("an empty suite is missing, whatever the limits say", () => {
  const empty = testResults({ suite: "kill", cases: [], reports: [testReport({ cases: 0 })] });
  const result = judged([testResults(), empty], { maxEmptyReports: 9, minTests: 0 });
  assert.equal(result.outcome, "missing");
  assert.match(result.reason, /^kill: 1 report, but not one test$/);
});

test("a limit that is no number is an error, not a pass", () => {
  assert.equal(judged([testResults()], { minTests: "1" }).code, "check-threw");
});
