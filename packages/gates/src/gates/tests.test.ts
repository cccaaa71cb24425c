import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, PlantScene, TestCase } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { suiteReport, suiteRun } from "../scenes/suite-run.ts";
import { manyTests, testCase, testResults } from "../scenes/test-results.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { tests } from "./tests.ts";

/** One suite that was run just now and left these cases. */
function release(cases: readonly TestCase[], exitCode = 0): PlantScene {
  const { path, sha256 } = suiteReport();
  return {
    bodies: { [KIND.suiteRun]: [suiteRun({ exitCode })], [KIND.testResults]: [testResults({ cases })] },
    inputs: { [KIND.testResults]: [[{ name: path, sha256: sha256 ?? "" }]] },
  };
}

/** The same, after the given release was promoted. */
function after(promoted: PlantScene, next: PlantScene): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: (kind) => evidence.filter((stored) => stored.evidence.kind === kind) as never,
  };
  const checks = judgeWhole(tests, promoted).checks.map(({ id, outcome, params }) => ({ id, outcome, params }));
  return {
    ...next,
    baselineFacts: { tests: tests.facts?.(input) ?? {} },
    baselineGates: [{ id: "tests", blocking: true, verdict: "PASS", checks }],
  };
}

const green = release(manyTests());

test("a green suite passes as a first release, and what it cannot inherit yet does not apply", () => {
  const result = judgeWhole(tests, green);
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["inherited-tests-present", "inherited-suites-judged"]);
  assert.equal(ending(result, "pass").length, tests.checks.length - 2);
});

test("the next release inherits the floor", () => {
  assert.equal(judgeWhole(tests, after(green, green)).verdict, "PASS");
  const shrunk = judgeWhole(tests, after(green, release(manyTests(19))));
  assert.equal(shrunk.verdict, "FAIL");
  assert.deepEqual(ending(shrunk, "fail"), ["inherited-tests-present"]);
});

test("a skipped test is within the limit, and still breaks what was promised", () => {
  const cases = manyTests().map((one, index) => (index === 0 ? { ...one, status: "skipped" as const } : one));
  assert.equal(judgeWhole(tests, release(cases)).verdict, "PASS");
  assert.deepEqual(ending(judgeWhole(tests, after(green, release(cases))), "fail"), ["inherited-tests-present"]);
});

test("one broken test holds the release for its own reason only", () => {
  const broken = [...manyTests(), testCase("pays", { status: "failed" })];
  assert.deepEqual(ending(judgeWhole(tests, release(broken, 1)), "fail"), ["none-failed"]);
  assert.deepEqual(ending(judgeWhole(tests, release(broken, 0)), "fail"), ["suites-ran", "none-failed"]);
});

test("no test at all is inconclusive, never a pass", () => {
  const result = judgeWhole(tests, release([]));
  assert.equal(result.verdict, "FAIL");
  assert.deepEqual(ending(result, "missing"), ["tests-exist"]);
  assert.equal(judgeWhole(tests, { bodies: {} }).verdict, "INCONCLUSIVE");
});

test("a flaky test warns and lets through", () => {
  const result = judgeWhole(tests, release([...manyTests(), testCase("now and then", { flaky: true })]));
  assert.equal(result.verdict, "WARN");
  assert.deepEqual(ending(result, "warn"), ["flaky-recorded"]);
});
