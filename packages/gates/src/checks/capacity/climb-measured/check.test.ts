import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb } from "../../../scenes/climb.ts";
import { load } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

const rung = (target: number): LoadBody => load({ id: `capacity-${target}`, target });

test("runs of one rate each are together one climb", () => {
  const runs = [100, 200, 300, 400, 500].map(rung);
  const result = judgeScene(check, { bodies: { [KIND.load]: runs } });
  assert.equal(result.reason, "5 points measured in 1 climb");
  assert.equal(judgeScene(check, { bodies: { [KIND.load]: runs.slice(1) } }).code, "too-few-points");
});

test("what comes in after the last arrival is no point", () => {
  assert.equal(judged().observed, 45);
  assert.equal(judged({ durationMs: 35_000 }).observed, 35);
  assert.equal(judged({}, { minPoints: 46 }).code, "too-few-points");
});
