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

test("every status of the 200s is a success, and nothing else", () => {
  for (const status of [200, 201, 202, 204]) assert.equal(judged({ calls: [gatewayCall({ status })] }).outcome, "pass");
  for (const status of [100, 199, 300, 304, 404]) {
    assert.equal(judged({ calls: [gatewayCall({ status })] }).code, "refused", String(status));
  }
});
