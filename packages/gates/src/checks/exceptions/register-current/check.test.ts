import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

test("without a register there is nothing to compare", () => {
  const result = judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ register: null })] } });
  assert.deepEqual([result.outcome, result.code], ["not-applicable", "no-register"]);
});

test("the line that differs is told", () => {
  const register = { file: "docs/e.md", state: "differs", line: 7, text: "another owner" } as const;
  const result = judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ register })] } });
  assert.equal(result.reason, "docs/e.md:7: another owner");
  assert.deepEqual(result.locations, [{ file: "docs/e.md", line: 7, text: "another owner" }]);
});

test("an empty register is a sound one", () => {
  const result = judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [] })] } });
  assert.equal(result.outcome, "pass");
});
