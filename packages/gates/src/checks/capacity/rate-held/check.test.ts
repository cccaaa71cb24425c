import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb, CLIMB_LIMITS, climbWindows } from "../../../scenes/climb.ts";
import { load } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

const held = (requiredPerS: number, changes: Partial<LoadBody> = {}, limits = CLIMB_LIMITS): string =>
  judged(changes, { requiredPerS, headroomPercent: 0, limits }).outcome;

test("600 are held, and not one more", () => {
  assert.equal(held(600), "pass");
  assert.equal(held(601), "fail");
});

test("the headroom is met exactly", () => {
  assert.equal(judged({}, { requiredPerS: 500 }).outcome, "pass");
  assert.equal(judged({}, { requiredPerS: 501 }).code, "little-headroom");
  assert.equal(judged({}, { requiredPerS: 501 }).threshold, 602);
});

test("a rate must be held for so long in all, and lower limits hold less", () => {
  const limits = (own: JsonObject): JsonObject => ({ ...(CLIMB_LIMITS as JsonObject), ...own });
  assert.equal(held(501, {}, limits({ holdS: 6 })), "fail", "the rest of six seconds was at 500");
  assert.equal(held(500, {}, limits({ holdS: 10 })), "pass");
  assert.equal(held(1, {}, limits({ maxMs: 99 })), "fail");
  assert.equal(held(600, {}, limits({ maxMs: 99, percentile: "p50" })), "pass");
});

test("what is held again after the target gave way does not count", () => {
  const windows = climbWindows().map((one, at) =>
    at > 4 && at < 10 ? { ...one, response: null, service: null } : one,
  );
  assert.equal(held(101, { windows }), "fail");
  assert.equal(held(100, { windows }), "pass");
});

test("one bad second among good ones is no limit", () => {
  const windows = climbWindows().map((one, at) => (at === 7 ? { ...one, response: null, service: null } : one));
  assert.equal(held(600, { windows }), "pass");
});

test("runs of one rate each hold as well", () => {
  const rungs = [100, 200, 300].map((target) => load({ id: `capacity-${target}`, target, achieved: target }));
  const params = { requiredPerS: 300, headroomPercent: 0 };
  assert.equal(
    judgeScene(check, { bodies: { [KIND.load]: rungs }, params }).reason.split(";")[0],
    "held a second: of several runs 300",
  );
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits, requiredPerS: 1 }).code, "check-threw");
});
