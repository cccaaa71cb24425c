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

test("what was resolved may be gone", () => {
  const resolved = { at: "2026-01-01T00:00:00Z", by: "Ada", why: "removed", final: null } as const;
  assert.equal(judged(exception({ matches: [], resolved })).outcome, "pass");
  assert.deepEqual(judged(exception({ matches: [] })).locations, [
    { file: "governance/exceptions/cov-1.dsse.json", text: "fits no tracked file" },
  ]);
});
