import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const nothing = { lines: { covered: 0, total: 4 }, branches: null, functions: null, uncoveredLines: "1-4" } as const;

test("each report is asked on its own", () => {
  const reports = [coverage(), coverage({ report: "process", files: [coveredFile("a.ts", nothing)] })];
  const result = judgeScene(check, { bodies: { [KIND.coverage]: reports } });
  assert.equal(result.code, "nothing-covered");
  assert.match(result.reason, /^the report "process"/);
});

test("one covered function is something", () => {
  const files = [coveredFile("a.ts", { ...nothing, functions: { covered: 1, total: 9 } })];
  assert.equal(judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] } }).observed, 1);
});

test("nothing measured is nothing counted", () => {
  const files = [coveredFile("a.ts", { ...nothing, lines: null })];
  assert.equal(judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] } }).code, "nothing-counted");
});
