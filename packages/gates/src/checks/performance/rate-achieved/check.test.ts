import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { load } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

test("the share is met exactly", () => {
  assert.equal(judged({ achieved: 495 }).outcome, "pass");
  assert.equal(judged({ achieved: 494.9 }).code, "rate-missed");
  assert.equal(judged({ achieved: 494.9 }, { minPercent: 98.9 }).outcome, "pass");
  assert.equal(judged({ achieved: 505, sent: 10_100, due: 10_100 }).outcome, "pass");
  assert.equal(judged({ achieved: 505 }).code, "rate-contradicts");
  assert.equal(judged({ achieved: 505, trust: "open-service-only" }).outcome, "pass", "others count as they do");
});

test("a closed model has no rate to miss", () => {
  const { terms } = load();
  const closed = { target: null, terms: { ...terms, model: "closed" as const } };
  assert.equal(judged(closed).outcome, "not-applicable");
  const both = { [KIND.load]: [load(closed), load({ id: "b", achieved: 1 })] };
  assert.equal(judgeScene(check, { bodies: both }).code, "rate-missed");
});

test("a target of nothing is no target", () => {
  assert.equal(judged({ target: 0, achieved: 0 }).code, "rate-unsaid");
});
