import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { capacityFacts } from "../../../evidence/capacity-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { climb, climbWindows } from "../../../scenes/climb.ts";
import { latencySummary, loadTerms } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(then: LoadBody, now: LoadBody, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  const baselineFacts = promotedLoads("capacity", capacityFacts, [then]);
  return judgeScene(check, { bodies: { [KIND.load]: [now] }, baselineFacts, params });
}

/** Gives way at the rate of the step that begins with the second. */
function givingWay(second: number): LoadBody {
  const slow = latencySummary(400, 20);
  return climb({
    windows: climbWindows().map((one, at) => (at >= second && at < 35 ? { ...one, response: slow } : one)),
  });
}

test("the tolerance is met exactly", () => {
  assert.equal(judged(climb(), givingWay(25), { tolerancePercent: 16.7 }).outcome, "pass");
  assert.equal(judged(climb(), givingWay(25), { tolerancePercent: 16 }).code, "fell");
  assert.equal(judged(givingWay(25), climb(), { tolerancePercent: 0 }).outcome, "pass");
});

test("then and now are asked with today's limits", () => {
  const limits = { percentile: "p95", maxMs: 99, maxBadPercent: 1, holdS: 5 };
  assert.equal(judged(climb(), givingWay(25), { limits }).outcome, "pass", "neither holds anything within 99 ms");
});

test("one promotion may be let go without a comparison, and an unknown machine is no machine that is the same", () => {
  const unknown = climb({ terms: loadTerms({ arrivals: ["steps"], testbedSha256: null }) });
  assert.equal(judged(unknown, unknown).code, "other-terms");
  assert.equal(judged(unknown, unknown, { otherTerms: "accept" }).outcome, "pass");
});
