import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb, climbWindows } from "../../../scenes/climb.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

const lagging = (second: number, lagMax: number): LoadBody["windows"] =>
  climbWindows().map((window, at) => (at === second ? { ...window, lagMax } : window));

test("the limit is met exactly, and what is late beyond the limit of the target does not matter", () => {
  assert.equal(judged({ windows: lagging(3, 100) }).outcome, "pass");
  assert.equal(judged({ windows: lagging(3, 100.001) }).code, "generator-late");
  assert.equal(judged({ windows: lagging(33, 900) }).outcome, "pass");
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
