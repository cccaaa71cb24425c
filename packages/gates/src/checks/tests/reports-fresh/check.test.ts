import assert from "node:assert/strict";
import { test } from "node:test";
import type { SuiteRunBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { importedSuite, suiteReport, suiteRun } from "../../../scenes/suite-run.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

function judged(runs: readonly SuiteRunBody[]): ReturnType<typeof judgeScene> {
  const sound = check.sound();
  return judgeScene(check, { ...sound, bodies: { ...sound.bodies, [KIND.suiteRun]: runs } });
}

test("a report that the suite writes besides its results must be fresh too", () => {
  const lcov = suiteReport({ path: "reports/lcov.info", fresh: false });
  const result = judged([suiteRun({ reports: [suiteReport(), lcov] })]);
  assert.equal(result.code, "report-stale");
  assert.deepEqual(result.locations, [{ file: "reports/lcov.info", text: "unit: not written by this run" }]);
});

test("a suite without results may write nothing", () => {
  assert.equal(judged([suiteRun(), suiteRun({ suite: "types", reports: [] })]).outcome, "pass");
});

test("imported reports were never written by this run", () => {
  const result = judged([importedSuite()]);
  assert.equal(result.outcome, "not-applicable");
  assert.match(result.flip ?? "", /would be judged/);
});

test("an imported suite beside one that was run is left alone", () => {
  assert.equal(
    judged([importedSuite({ suite: "elsewhere" }), suiteRun()]).reason,
    "1 report of 1 suite written by this run",
  );
});

test("what was judged and what was written are both named when they differ", () => {
  const result = judged([suiteRun({ reports: [suiteReport({ sha256: "c".repeat(64) })] })]);
  assert.equal(result.observed, "a".repeat(64));
  assert.equal(result.threshold, "c".repeat(64));
});
