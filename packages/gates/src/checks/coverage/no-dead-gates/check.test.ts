import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, component, coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(...components: readonly Partial<ComponentConfig>[]): ReturnType<typeof judgeScene> {
  const params = { components: asParam(components.map((one) => component(one))) };
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage()] }, params });
}

test("every pattern has to fit something, not only one of them", () => {
  const result = judged({ paths: ["src/store/*", "lib/**"] });
  assert.equal(result.code, "rule-matches-nothing");
  assert.equal(result.reason, "component store: the pattern lib/** fits no measured file");
});

test("a floor may be so many points below what is reached and no more", () => {
  assert.equal(judged({ floors: { lines: 70 } }).outcome, "pass");
  assert.equal(judged({ floors: { lines: 69.9 } }).code, "dead-floor");
});

test("a critical component's floors are asked the same", () => {
  assert.equal(judged({ critical: true, floors: { lines: 10 } }).code, "dead-floor");
});

test("without rules none can be dead", () => {
  assert.equal(judged().outcome, "not-applicable");
});
