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

test("without an overload there is nothing to judge", () => {
  assert.equal(judged({ durationMs: 30_000 }).outcome, "not-applicable");
});

test("refusing what is too much is no collapse", () => {
  const windows = climbWindows().map((window, at) =>
    at >= 30 && at < 35 ? { ...window, sent: 700, completed: 600, failed: 100, queued: 0 } : window,
  );
  assert.equal(judged({ windows }).outcome, "pass");
});

test("answering little because little is asked is no collapse either", () => {
  assert.match(judged().reason, /answered 620\/s at its peak and 620\/s at the least/);
});

test("the share is met exactly", () => {
  const windows = (completed: number): LoadBody["windows"] =>
    climbWindows().map((window, at) => (at === 33 ? { ...window, completed } : window));
  assert.equal(judged({ windows: windows(434) }).outcome, "pass");
  assert.equal(judged({ windows: windows(433) }).code, "collapses");
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
