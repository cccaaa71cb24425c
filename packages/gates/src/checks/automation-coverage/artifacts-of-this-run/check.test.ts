import assert from "node:assert/strict";
import { test } from "node:test";
import { CLOCK_SKEW_MAX_MS, judgeScene, KIND, SCENE_NOW_MS } from "@holdpoint/core";
import { artifact } from "../../../scenes/artifacts.ts";
import { plan } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function aged(ageMs: number, maxAgeMs: number): ReturnType<typeof judgeScene> {
  const list = [artifact("tests", { judgedAt: new Date(SCENE_NOW_MS - ageMs).toISOString() })];
  return judgeScene(check, {
    bodies: { [KIND.plan]: [plan()], [KIND.artifacts]: [{ artifacts: list }] },
    params: { maxAgeMs },
  });
}

test("the age is met exactly, and a little skew of clocks is forgiven", () => {
  assert.equal(aged(1000, 1000).outcome, "pass");
  assert.equal(aged(1001, 1000).code, "not-fresh");
  assert.equal(aged(-CLOCK_SKEW_MAX_MS, 1000).outcome, "pass");
  assert.equal(aged(-CLOCK_SKEW_MAX_MS - 1, 1000).code, "not-fresh");
});

test("what it is and what it should be are both said", () => {
  const list = [artifact("tests", { file: "t.json", run: "other" })];
  const result = judgeScene(check, { bodies: { [KIND.plan]: [plan()], [KIND.artifacts]: [{ artifacts: list }] } });
  assert.equal(result.reason, "t.json is of other, not run scene");
  assert.equal(result.flip, "would pass with run scene");
});
