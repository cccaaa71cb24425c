import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { eventResult, load, sloResult } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

const spent = (count: number, params: JsonObject = {}): ReturnType<typeof judgeScene> =>
  judged({ slo: [eventResult({ budget: { allowed: 100, spent: count, burnRate: count / 100, alerts: [] } })] }, params);

test("the share that must be left is met exactly", () => {
  assert.equal(spent(90).outcome, "pass");
  assert.equal(spent(91).outcome, "warn");
  assert.equal(spent(100, { minLeftPercent: 0 }).outcome, "pass");
});

test("a budget of nothing is not spent by nothing", () => {
  const nothing = { allowed: 0, spent: 0, burnRate: 0, alerts: [] };
  assert.equal(judged({ slo: [eventResult({ budget: nothing })] }).outcome, "pass");
});

test("without a budget there is nothing to judge", () => {
  assert.equal(judged({ slo: [sloResult()] }).outcome, "not-applicable");
});
