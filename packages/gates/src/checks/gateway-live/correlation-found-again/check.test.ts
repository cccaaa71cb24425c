import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayCorrelation, gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] }, params });

test("the places are named", () => {
  const found = gatewayCorrelation().found.map((one) => ({ ...one, correlation: null }));
  const { reason } = judged({ correlations: [gatewayCorrelation({ found })] });
  assert.equal(reason, "4 places without the correlation id order-7: answer, trail, downstream and 1 more");
});

test("one request that is found everywhere does not hide another", () => {
  const correlations = [gatewayCorrelation(), gatewayCorrelation({ trace: "0".repeat(32) })];
  assert.equal(judged({ correlations }).code, "trace-lost");
});
