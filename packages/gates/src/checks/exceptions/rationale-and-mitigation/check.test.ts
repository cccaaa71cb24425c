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

test("placeholders of any length are none", () => {
  for (const rationale of ["", "   ", "tbd", "N/A", "------------------", "to do ", "ok", "........ ?????"]) {
    assert.equal(judged(exception({ rationale })).code, "no-rationale", JSON.stringify(rationale));
  }
  assert.equal(judged(exception({ rationale: "none of the runners has the device" })).outcome, "pass");
});
