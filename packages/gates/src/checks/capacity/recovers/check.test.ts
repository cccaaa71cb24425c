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

test("it says how long it took, and the time is met exactly", () => {
  assert.equal(judged().reason, "recovered after: capacity 1 s");
  assert.equal(judged({}, { withinS: 1 }).outcome, "pass");
  assert.equal(judged({}, { withinS: 0 }).code, "never-recovers");
});

test("a target that is bad again at the end has not recovered", () => {
  const windows = climbWindows();
  const relapsed = windows.map((window, at) =>
    at === windows.length - 1 ? { ...window, response: null, service: null } : window,
  );
  assert.equal(judged({ windows: relapsed }).code, "never-recovers");
});

test("without an overload, and in runs of one rate each, there is nothing to judge", () => {
  assert.equal(judged({ durationMs: 30_000 }).outcome, "not-applicable");
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
