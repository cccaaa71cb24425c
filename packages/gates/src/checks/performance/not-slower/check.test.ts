import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LatencySummary, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { performanceFacts } from "../../../evidence/load-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { latencySummary, load, loadTerms } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(
  then: readonly LoadBody[],
  now: readonly LoadBody[],
  params: JsonObject = {},
): ReturnType<typeof judgeScene> {
  const baselineFacts = promotedLoads("performance", performanceFacts, then);
  return judgeScene(check, { bodies: { [KIND.load]: now }, baselineFacts, params });
}

const whole = latencySummary(10_000) as LatencySummary;
const at = (p50: number): LoadBody => load({ response: { ...whole, p50 } });

test("both tolerances must be exceeded, and each is met exactly", () => {
  assert.equal(judged([at(20)], [at(25)]).outcome, "pass", "25 % more, and 5 ms");
  assert.equal(judged([at(20)], [at(25.001)]).code, "slower");
  assert.equal(judged([at(200)], [at(220)]).outcome, "pass", "20 ms more, and 10 %");
  assert.equal(judged([at(200)], [at(220.001)]).code, "slower");
  assert.equal(judged([at(20)], [at(20.001)], { tolerancePercent: 0, toleranceMs: 0 }).code, "slower");
  assert.equal(judged([at(200)], [at(2)]).outcome, "pass");
});

test("figures of other terms are not compared, nor is one clock with the other", () => {
  const elsewhere = load({ ...at(900), terms: loadTerms({ testbedSha256: "c".repeat(64) }) });
  assert.equal(judged([at(20)], [elsewhere]).outcome, "not-applicable");
  assert.equal(judged([at(20)], [elsewhere, load({ ...at(900), id: "b" })]).outcome, "not-applicable");
});

test("service times are compared where there are no others", () => {
  const service = (p50: number): LoadBody => load({ response: null, service: { ...whole, p50 } });
  assert.equal(judged([service(20)], [service(40)]).code, "slower");
});
