import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayLive, gatewayStream } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } });

test("every end is an end, and nothing before it is", () => {
  const code = (...states: readonly string[]): string => judged({ streams: [gatewayStream({ states })] }).code;
  for (const end of ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "DEAD", "SIMULATED"]) {
    assert.equal(code("READY", end), "pass", end);
  }
  for (const rest of ["RUNNING", "UNKNOWN", "AWAITING_APPROVAL", ""]) assert.equal(code(rest), "end-not-told", rest);
  assert.equal(code(), "end-not-told", "nothing was told");
  assert.equal(code("SUCCEEDED", "RUNNING"), "end-not-told", "the end comes last");
});

test("each message that was missed has to come again, in whatever order, and once", () => {
  const code = (...resent: readonly string[]): string => judged({ streams: [gatewayStream({ resent })] }).code;
  assert.deepEqual([code("12", "13"), code("13", "12")], ["pass", "pass"]);
  assert.deepEqual([code("12"), code("13"), code("14", "15")], Array(3).fill("lost-in-the-cut"));
  assert.equal(code("12", "12", "13"), "sent-twice");
});

test("a cut that swallowed nothing decides over streams that failed, and names what each was told", () => {
  const streams = [
    gatewayStream({ acknowledged: false, correlated: false }),
    gatewayStream({ missed: [], resent: [], states: ["SUCCEEDED"] }),
  ];
  const { outcome, code, observed, reason } = judged({ streams });
  assert.deepEqual([outcome, code, observed], ["missing", "nothing-missed", 1]);
  assert.deepEqual(reason.split("; "), [
    "1 stream cut when nothing was missed: SUCCEEDED",
    "1 stream without an acknowledgement: READY → RUNNING → SUCCEEDED",
    "1 stream without the correlation id: READY → RUNNING → SUCCEEDED",
  ]);
});
