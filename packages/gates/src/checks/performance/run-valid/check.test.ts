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

test("every reason is told, and an invalid run is never a failure of the target", () => {
  const reasons = [
    { code: "lag", text: "late" },
    { code: "clock-step", text: "the clock moved" },
  ];
  const result = judged({ validity: "invalid", reasons });
  assert.equal(result.outcome, "missing");
  assert.equal(result.reason, "load load is invalid: late (lag); the clock moved (clock-step)");
  assert.equal(result.observed, "invalid: lag, clock-step");
});

test("one invalid run among valid ones is enough", () => {
  const bodies = {
    [KIND.load]: [load(), load({ id: "b", validity: "invalid", reasons: [{ code: "lag", text: "late" }] })],
  };
  assert.equal(judgeScene(check, { bodies }).code, "run-invalid");
});
