import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { load, sloResult } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

test("a failed objective is decided; that it failed is another check's business", () => {
  assert.equal(judged({ slo: [sloResult({ outcome: "fail" })] }).outcome, "pass");
});

test("what is undecided is told in the words of the run", () => {
  const result = judged({
    slo: [sloResult({ outcome: "inconclusive", reason: "p99 wants 1000 samples" }), sloResult()],
  });
  assert.equal(result.reason, 'load load: "p99 of response time <= 300 ms" is inconclusive: p99 wants 1000 samples');
});

test("a profile may ask for more objectives, or for none", () => {
  assert.equal(judged({}, { minObjectives: 3 }).code, "no-objective");
  assert.equal(judged({ slo: [] }, { minObjectives: 0 }).outcome, "pass");
});
