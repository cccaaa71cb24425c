import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb } from "../../../scenes/climb.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

test("an overload that is seen is what a climb is for", () => {
  const reasons = [
    { code: "rate-missed", text: "93 % went out" },
    { code: "queue-full", text: "40 arrivals found the queue full" },
  ];
  assert.equal(judged({ validity: "invalid", reasons }).outcome, "pass");
  assert.equal(judged({ validity: "invalid", reasons }, { overload: [] }).code, "run-invalid");
  const both = [...reasons, { code: "clock-step", text: "moved" }];
  assert.match(judged({ validity: "invalid", reasons: both }).reason, /is invalid: moved \(clock-step\)$/);
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
