import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageFile, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(file: Partial<CoverageFile>, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files: [coveredFile("a.ts", file)] })] }, params });
}

test("branches or functions are enough beside lines", () => {
  assert.equal(judged({ branches: null }).outcome, "pass");
  assert.equal(judged({ functions: null }).outcome, "pass");
  assert.equal(judged({ functions: null }).observed, "lines, branches");
});

test("a count of 0 of 0 is measured, null is not", () => {
  assert.equal(judged({ branches: { covered: 0, total: 0 }, functions: null }).outcome, "pass");
});

test("what is asked for can be changed, not misspelled", () => {
  assert.equal(judged({ branches: null, functions: null }, { oneOf: [] }).outcome, "pass");
  assert.equal(judged({}, { all: ["lines", "statements"] }).code, "not-measured");
  assert.equal(judged({}, { all: ["line"] }).code, "check-threw");
});

test("nothing measured at all says so", () => {
  const result = judged({ lines: null, branches: null, functions: null });
  assert.equal(
    result.reason,
    "no report measures lines, only nothing; no report measures branches or functions, only nothing",
  );
});
