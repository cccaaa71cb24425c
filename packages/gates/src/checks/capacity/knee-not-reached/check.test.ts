import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb, climbWindows } from "../../../scenes/climb.ts";
import { latencySummary } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

test("a time within the factor is flat, and it is met exactly", () => {
  const whole = latencySummary(600);
  assert.ok(whole !== null);
  const windows = (p50: number): LoadBody["windows"] =>
    climbWindows().map((window, at) => (at >= 25 && at < 30 ? { ...window, service: { ...whole, p50 } } : window));
  const rest = whole.p50;
  assert.equal(judged({ windows: windows(rest * 3) }).outcome, "pass");
  assert.equal(judged({ windows: windows(rest * 3 + 0.001) }).code, "near-the-knee");
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
