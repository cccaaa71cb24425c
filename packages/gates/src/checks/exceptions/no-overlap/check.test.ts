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

test("another metric, another file or a resolved one is no overlap", () => {
  const resolved = { at: "2026-01-01T00:00:00Z", by: "Ada", why: "replaced", final: null } as const;
  for (const changes of [{ metric: "branches" }, { matches: ["src/cart.ts"] }, { resolved }] as const) {
    assert.equal(judged(exception(), exception({ id: "cov-2", ...changes })).outcome, "pass");
  }
  const result = judged(exception(), exception({ id: "cov-2" }));
  assert.equal(result.reason, "cov-1 and cov-2 are both about lines of src/store/disk.ts");
});
