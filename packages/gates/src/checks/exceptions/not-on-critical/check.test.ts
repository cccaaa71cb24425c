import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, component } from "../../../scenes/coverage.ts";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

function judged(
  changes: Parameters<typeof exception>[0],
  allowOnCritical: readonly string[] = [],
): ReturnType<typeof judgeScene> {
  const exceptions = [exception(changes)];
  return judgeScene(check, {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions })] },
    params: { components: asParam([component({ critical: true })]), allowOnCritical },
  });
}

test("only a metric that the critical component asks for counts, and the profile may allow it", () => {
  assert.equal(judged({}).code, "on-critical");
  assert.equal(judged({ metric: "branches" }).outcome, "pass");
  assert.equal(judged({ matches: ["src/cart.ts"] }).outcome, "pass");
  assert.equal(judged({}, ["store"]).outcome, "pass");
  assert.equal(judged({}, ["other"]).code, "on-critical");
});
