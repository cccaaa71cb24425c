import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND, SCENE_NOW_MS } from "@holdpoint/core";
import { asParam, component, coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(advisoryUntil: string | null, maxDays: number): ReturnType<typeof judgeScene> {
  const params = { components: asParam([component({ advisoryUntil })]), maxDays };
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage()] }, params });
}

test("days are counted from the instant of judgement to the beginning of the day", () => {
  assert.equal(new Date(SCENE_NOW_MS).toISOString(), "2026-01-02T03:04:05.000Z");
  assert.equal(judged("2026-01-12", 10).outcome, "pass");
  assert.equal(judged("2026-01-13", 10).code, "too-far");
  assert.match(judged("2026-01-13", 10).reason, /warn until 2026-01-13, in 11 days$/);
});

test("without grace, and without rules, there is nothing to complain about", () => {
  assert.equal(judged(null, 0).reason, "0 of 1 rule over 1 report soft for now");
  assert.equal(judgeScene(check, { bodies: { [KIND.coverage]: [coverage()] } }).outcome, "not-applicable");
});

test("a day that is none is an error", () => {
  assert.equal(judged("2026-02-31", 10).code, "check-threw");
});
