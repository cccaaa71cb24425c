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

test("it says where the target gave way", () => {
  assert.equal(judged().reason, "gave way: capacity at 700/s");
  assert.match(judged({ durationMs: 30_000 }).reason, /ended at 600\/s/);
});

test("limits that are none are an error", () => {
  for (const limits of [null, [], {}, { percentile: "p42", maxMs: 1, maxBadPercent: 1, holdS: 1 }] as const)
    assert.equal(judged({}, { limits }).code, "check-threw");
});
