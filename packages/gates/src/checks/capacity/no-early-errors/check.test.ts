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

test("the first place is named, and beyond the limit errors may be", () => {
  const windows = climbWindows().map((window, at) =>
    at === 12 || at >= 30 ? { ...window, completed: window.completed - 2, failed: 2 } : window,
  );
  assert.equal(judged({ windows }).reason, "the climb capacity: 0.667% failed at 12 s at 300/s, 0.1% may");
  assert.equal(judged({ windows }, { maxFailedPercent: 0.667 }).outcome, "pass");
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
