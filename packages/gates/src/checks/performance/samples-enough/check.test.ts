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

test("the number is met exactly, and failures count: they ended", () => {
  assert.equal(judged({ completed: 900, failed: 100 }).outcome, "pass");
  assert.equal(judged({ completed: 899, failed: 100 }).code, "few-samples");
  assert.equal(judged({ completed: 899, failed: 100 }, { minSamples: 999 }).outcome, "pass");
});

test("the shortest of several runs decides", () => {
  const bodies = { [KIND.load]: [load(), load({ id: "b", completed: 5 })] };
  assert.equal(judgeScene(check, { bodies }).reason, "5 requests ended in load b, wanted are 1000");
});
