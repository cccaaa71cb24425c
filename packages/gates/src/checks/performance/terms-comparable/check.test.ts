import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { performanceFacts } from "../../../evidence/load-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { load, loadTerms } from "../../../scenes/load.ts";
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

test("one promotion may be let go without a comparison, in so many words", () => {
  const other = load({ terms: loadTerms({ planSha256: "c".repeat(64) }) });
  const result = judged([load()], [other], { otherTerms: "accept" });
  assert.equal(result.outcome, "not-applicable");
  assert.equal(result.reason, "load load has another plan than then, which the profile accepts");
  assert.equal(judged([load()], [load()], { otherTerms: "accept" }).outcome, "pass");
});

test("a digest that nobody has is no digest that both have", () => {
  const unsaid = load({ terms: loadTerms({ testbedSha256: null }) });
  assert.equal(judged([unsaid], [unsaid]).code, "other-terms");
});

test("a run more is fine, and runs are told apart by their ids", () => {
  assert.equal(judged([load()], [load(), load({ id: "b" })]).outcome, "pass");
  assert.equal(judged([load(), load({ id: "b" })], [load()]).reason, "load b was not made again");
});
