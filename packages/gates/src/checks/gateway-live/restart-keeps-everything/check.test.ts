import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayLive, gatewayRestart } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } });

test("a log as long as before is whole, one record fewer is cut", () => {
  const log = (ledgerSizeAfter: number): ReturnType<typeof judged> =>
    judged({ restarts: [gatewayRestart({ ledgerSizeAfter })] });
  assert.equal(log(60).outcome, "pass");
  const { code, flip } = log(59);
  assert.deepEqual([code, flip], ["log-shorter", "would pass with at least as many records"]);
});

test("one effect more is one too many", () => {
  const code = (effectsAfter: number): string => judged({ restarts: [gatewayRestart({ effectsAfter })] }).code;
  assert.deepEqual([code(5), code(6)], ["pass", "effect-repeated"]);
});

test("one answer that was compared is something, none is nothing", () => {
  assert.equal(judged({ restarts: [gatewayRestart({ compared: 1 })] }).outcome, "pass");
  const differing = ["/v1/actions/act_1"];
  const { outcome, code, reason } = judged({
    restarts: [gatewayRestart({ compared: 0 }), gatewayRestart({ differing })],
  });
  assert.deepEqual([outcome, code], ["missing", "nothing-compared"]);
  assert.match(reason, /; 1 restart changed answers: 1 of 12 answers differ$/);
});

test("a gateway that lost everything is told so in one finding", () => {
  const differing = ["/a", "/b", "/c"];
  const { observed, reason } = judged({
    restarts: [gatewayRestart({ differing, effectsAfter: 9, ledgerSizeAfter: 0 })],
  });
  assert.equal(observed, 1);
  assert.deepEqual(
    reason.split("; ").map((text) => text.split(":")[0]),
    ["1 restart changed answers", "1 restart repeated an effect", "1 restart lost records"],
  );
});
