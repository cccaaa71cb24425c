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

test("the call is named with what was asked and what came back", () => {
  const calls = [gatewayCall({ purpose: "asks for tea", status: 418, documented: false })];
  assert.match(judged({ calls }).reason, /: POST \/v1\/actions, asks for tea: 418$/);
});
