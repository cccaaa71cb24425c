import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayKey, gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } });

test("two submissions show something, one does not", () => {
  assert.equal(judged({ keys: [gatewayKey({ submissions: 2 })] }).outcome, "pass");
  const { outcome, flip } = judged({ keys: [gatewayKey({ submissions: 1 })] });
  assert.deepEqual([outcome, flip], ["missing", "would be judged with 2 submissions"]);
});

test("exactly one effect and exactly one action", () => {
  const effects = (value: number): string => judged({ keys: [gatewayKey({ effects: value })] }).code;
  assert.deepEqual([effects(0), effects(1), effects(2)], ["not-executed", "pass", "executed-again"]);
  const actions = (value: number): string => judged({ keys: [gatewayKey({ actions: value })] }).code;
  assert.deepEqual([actions(0), actions(1), actions(2)], ["several-actions", "pass", "several-actions"]);
});

test("another body is refused with 409 and a code, and with nothing less", () => {
  for (const other of [{ otherBodyStatus: 200 }, { otherBodyStatus: 422 }, { otherBodyCode: null }]) {
    const { code, flip } = judged({ keys: [gatewayKey(other)] });
    assert.deepEqual([code, flip], ["other-body-accepted", "would pass with 409 and a code"]);
  }
});

test("every key that went wrong is counted, three of them are named", () => {
  const keys = ["a", "b", "c", "d", "e"].map((key) => gatewayKey({ key, effects: key === "c" ? 1 : 2 }));
  const { observed, reason } = judged({ keys });
  assert.equal(observed, 4);
  assert.equal(reason, "4 repeated keys with more than one effect: a, b, d and 1 more");
});
