import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] }, params });

test("the first thing wrong with an answer is told", () => {
  const probes = gatewayLive().probes.map((one) => ({ ...one, problems: ["line 1: no", "line 2: no"] }));
  assert.match(judged({ probes }).reason, /^3 answers malformed: \/livez: line 1: no, /);
});

test("which paths are asked is a parameter", () => {
  assert.equal(
    judged({ probes: [{ path: "/livez", status: 200, problems: [] }] }, { paths: ["/livez"] }).outcome,
    "pass",
  );
});
