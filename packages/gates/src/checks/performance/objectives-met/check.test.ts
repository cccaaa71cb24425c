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

test("a miss says what was seen, what was wanted and what would do", () => {
  const result = judged({ slo: [eventResult({ outcome: "fail", observed: 0.95, reason: "500 of 10000 were bad" })] });
  assert.deepEqual([result.observed, result.threshold, result.flip], [0.95, 0.99, "would pass at >= 0.99"]);
  assert.equal(result.reason, 'load load: "99% ok" was missed: 500 of 10000 were bad');
});

test("one missed objective among many is enough, an undecided one does not hide it", () => {
  const slo = [sloResult(), sloResult({ id: "b", outcome: "inconclusive" }), sloResult({ id: "c", outcome: "fail" })];
  assert.equal(judged({ slo }).code, "missed");
});
