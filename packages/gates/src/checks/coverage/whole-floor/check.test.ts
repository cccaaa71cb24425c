import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageFile, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(files: readonly CoverageFile[], params: JsonObject): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] }, params });
}

test("files are summed before the share is taken", () => {
  const files = [
    coveredFile("a.ts", { lines: { covered: 1, total: 1 } }),
    coveredFile("b.ts", { lines: { covered: 50, total: 99 } }),
  ];
  assert.equal(judged(files, { linesPercent: 51 }).outcome, "pass");
  assert.equal(judged(files, { linesPercent: 51.01 }).flip, "would pass with 1 more line covered");
});

test("what is not measured cannot hide behind a floor that is missed", () => {
  const result = judged([coveredFile("a.ts", { branches: null })], { linesPercent: 100 });
  assert.equal(result.code, "not-measured");
  assert.match(result.reason, /no report measures branches, though 70% are asked for; .*1 line short of 100%$/);
});

test("a pass says what was reached", () => {
  const result = judgeScene(check, check.sound());
  assert.equal(result.reason, "lines 90.00%, branches 80.00%, functions 90.00% over 3 files");
  assert.equal(result.threshold, "lines 80%, branches 70%, functions 80%");
});

test("no resolved file is not measured", () => {
  assert.equal(judged([coveredFile("/x/a.ts", { resolved: false })], {}).code, "not-measured");
});

test("a floor that is no percentage is an error", () => {
  for (const linesPercent of [101, -1, "80", null])
    assert.equal(judged([coveredFile("a.ts")], { linesPercent }).code, "check-threw");
});
