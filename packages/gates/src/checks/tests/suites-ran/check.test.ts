import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckResult, JsonObject, SuiteRunBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { importedSuite, suiteRun } from "../../../scenes/suite-run.ts";
import { testCase, testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function judged(runs: readonly SuiteRunBody[], status: "passed" | "failed", params: JsonObject = {}): CheckResult {
  const results = testResults({ cases: [testCase("a", { status })] });
  return judgeScene(check, { bodies: { [KIND.suiteRun]: runs, [KIND.testResults]: [results] }, params });
}

const EXITS: readonly (readonly [number, "passed" | "failed", JsonObject, string])[] = [
  [0, "passed", {}, "pass"],
  [1, "failed", {}, "pass"],
  [0, "failed", {}, "exit-disagrees"],
  [1, "passed", {}, "exit-disagrees"],
  [2, "failed", {}, "exit-unexpected"],
  [101, "failed", {}, "exit-unexpected"],
  [101, "failed", { failureExits: [101] }, "pass"],
  [1, "failed", { failureExits: [101] }, "exit-unexpected"],
  [101, "passed", { failureExits: [101] }, "exit-disagrees"],
];

for (const [exitCode, status, params, code] of EXITS) {
  test(`exit ${exitCode} with a test that ${status}, ${JSON.stringify(params)}: ${code}`, () => {
    assert.equal(judged([suiteRun({ exitCode })], status, params).code, code);
  });
}

test("a suite without test results must end with 0", () => {
  const types = suiteRun({ suite: "types", reports: [] });
  assert.equal(judged([suiteRun(), types], "passed").outcome, "pass");
  assert.equal(judged([suiteRun(), { ...types, exitCode: 1 }], "passed").code, "exit-disagrees");
});

test("a suite that hung says its limit, and outweighs an imported one", () => {
  const hung = suiteRun({ timedOut: true, signal: "SIGTERM", exitCode: null, timeoutMs: 5000, durationMs: 5003 });
  const result = judged([importedSuite({ suite: "elsewhere" }), hung], "passed");
  assert.equal(result.code, "timed-out");
  assert.equal(result.observed, "ended after 5003 ms");
  assert.equal(result.threshold, "at most 5000 ms");
  assert.match(result.reason, /^unit: still ran after its limit of 5000 ms.*; elsewhere: its reports were imported/);
});

test("imported suites pass only where the profile says so", () => {
  assert.equal(judged([importedSuite()], "passed", { imported: "allow" }).outcome, "pass");
  assert.equal(judged([importedSuite()], "passed", { imported: "yes" }).code, "check-threw");
});

test("a pass says how every suite ended", () => {
  const result = judged([suiteRun(), suiteRun({ suite: "types" })], "passed");
  assert.equal(result.observed, "types exit 0, unit exit 0");
  assert.equal(result.reason, "2 suites ended as the results say");
});

test("a command that broke before any test is told with its last words, also without any result", () => {
  const run = suiteRun({ exitCode: 1, stdoutTail: "collecting\n", stderrTail: "No module named pytest\n\n" });
  const result = judgeScene(check, { bodies: { [KIND.suiteRun]: [run] } });
  assert.deepEqual([result.outcome, result.code], ["fail", "exit-disagrees"]);
  assert.match(result.reason, /they never ran; it ended with: collecting · No module named pytest$/);
});
