import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageException } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

function judged(...exceptions: readonly CoverageException[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions })] } });
}

test("without exceptions nothing is wrong", () => {
  const result = judged();
  assert.deepEqual([result.outcome, result.observed], ["pass", 0]);
});

test("one of several is told by name", () => {
  const result = judged(exception(), exception({ id: "cov-2", approver: "ada" }));
  assert.equal(result.reason, 'cov-2 (src/store/disk.ts, lines, Ada) is approved by "ada"');
});
