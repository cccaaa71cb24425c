import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageException } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverageExceptions, exception, inDays } from "../../../scenes/coverage-exceptions.ts";
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

test("an exception ends at its instant, not after it", () => {
  assert.equal(judged(exception({ expiresAt: inDays(0) })).code, "expired");
  assert.equal(judged(exception({ expiresAt: inDays(0.00001) })).code, "expires-soon");
  assert.equal(judged(exception({ expiresAt: inDays(14) })).code, "expires-soon");
  assert.equal(judged(exception({ expiresAt: inDays(14.00001) })).outcome, "pass");
  assert.equal(judged(exception({ expiresAt: inDays(355) })).outcome, "pass");
  assert.equal(judged(exception({ expiresAt: inDays(355.00001) })).code, "lasts-too-long");
});

test("the worst of several decides, and a resolved one may be old", () => {
  const resolved = { at: inDays(-2), by: "Ada", why: "reached", final: null } as const;
  const [soon, ended] = [exception({ expiresAt: inDays(1) }), exception({ id: "cov-2", expiresAt: inDays(-1) })];
  assert.equal(judged(soon, ended).code, "expired");
  assert.equal(judged(soon, { ...ended, resolved }).code, "expires-soon");
});
