import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayCall, gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] }, params });

test("a redirect refuses nothing", () => {
  assert.equal(judged({ calls: [gatewayCall({ expected: "refusal", status: 302 })] }).code, "granted");
});

test("the problem type may carry a character set", () => {
  const contentType = "application/problem+json; charset=utf-8";
  assert.equal(judged({ calls: [gatewayCall({ expected: "refusal", contentType })] }).outcome, "pass");
});
