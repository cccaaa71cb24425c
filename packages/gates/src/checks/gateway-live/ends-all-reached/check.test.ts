import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] }, params });

test("what was reached instead is told", () => {
  const ends = [...gatewayLive().ends, gatewayEnd({ wanted: "UNKNOWN>DEAD", answered: "UNKNOWN" })];
  assert.equal(judged({ ends }).reason, "1 end not reached: UNKNOWN>DEAD, but UNKNOWN");
});

test("which ends are wanted is a parameter", () => {
  assert.equal(judged({ ends: [gatewayEnd()] }, { states: ["SUCCEEDED"] }).outcome, "pass");
  assert.equal(judged({ ends: [gatewayEnd()] }, { states: ["SUCCEEDED", "DEAD"] }).code, "not-tried");
});
