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

test("operations are named", () => {
  const operations = ["GET /livez", "POST /v1/actions", "GET /v1/new", "GET /v1/other"];
  const { reason, observed } = judged({ operations });
  assert.match(reason, /^2 operations never called with success: GET \/v1\/new, GET \/v1\/other; /);
  assert.equal(observed, 2);
});

test("a call that was meant to succeed does not count as a refusal, whatever came of it", () => {
  const calls = [gatewayCall({ operation: "GET /livez", status: 500 })];
  assert.equal(judged({ operations: ["GET /livez"], calls }).code, "never-refused");
});
