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

test("what waits when the target gives way is not held against it", () => {
  assert.equal(judged().outcome, "pass");
  assert.equal(judged().observed, 0);
});

test("so many may wait as arrive in the time, and not one more", () => {
  const waiting = (queued: number): LoadBody["windows"] =>
    climbWindows().map((window, at) => (at < 5 ? { ...window, queued } : window));
  assert.equal(judged({ windows: waiting(100) }).outcome, "pass");
  assert.equal(judged({ windows: waiting(201) }).code, "queue-grows");
  assert.equal(judged({ windows: waiting(11) }, { maxQueuedMs: 100 }).code, "queue-grows");
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
