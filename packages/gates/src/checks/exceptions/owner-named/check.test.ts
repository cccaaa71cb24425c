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

test("rows are told with their lines", () => {
  const proposals = [{ id: "p-1", path: "src/cart.ts", metric: "branches", line: 12 } as const];
  const result = judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ proposals })] } });
  assert.equal(result.reason, "1 row of the register without a signed record: src/cart.ts (branches)");
  assert.deepEqual(result.locations, [
    { file: "docs/coverage-exceptions.md", line: 12, text: "p-1: src/cart.ts, branches" },
  ]);
});

test("a resolved exception needs no owner any more", () => {
  const resolved = { at: "2026-01-01T00:00:00Z", by: "Ada", why: "reached", final: null } as const;
  assert.equal(judged(exception({ owner: "", resolved })).outcome, "pass");
});
