import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import type { GatewayLiveBody } from "@holdpoint/core";
import { gatewayCall, gatewayEnd, gatewayKey, gatewayLive as body } from "../scenes/gateway-live.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { gatewayLive } from "./gateway-live.ts";

const judged = (changes: Partial<GatewayLiveBody> = {}): ReturnType<typeof judgeWhole> =>
  judgeWhole(gatewayLive, { bodies: { [KIND.gatewayLive]: [body(changes)] } });

test("a gateway that did everything passes everything", () => {
  const result = judged();
  assert.equal(result.verdict, "PASS");
  assert.equal(ending(result, "pass").length, gatewayLive.checks.length);
});

test("a conflict that is answered as a success is told as a refusal that was granted", () => {
  const calls = [...body().calls, gatewayCall({ expected: "refusal", status: 200 })];
  assert.deepEqual(ending(judged({ calls }), "fail"), ["refusals-are-problems"]);
});

test("row 6 of the ancestors: the same key that runs twice", () => {
  assert.deepEqual(ending(judged({ keys: [gatewayKey({ effects: 2 })] }), "fail"), ["keys-execute-once"]);
});

test("row 7 of the ancestors: stored as a failure, answered as a success", () => {
  const ends = [...body().ends, gatewayEnd({ wanted: "DEAD", answered: "SUCCEEDED" })];
  assert.deepEqual(ending(judged({ ends }), "fail"), ["ends-all-reached", "ends-agree"]);
});

test("a drill that did nothing is no pass, and no evidence is none either", () => {
  const nothing = judgeWhole(gatewayLive, {
    bodies: {
      [KIND.gatewayLive]: [
        {
          operations: [],
          calls: [],
          ends: [],
          correlations: [],
          keys: [],
          restarts: [],
          probes: [],
          counters: [],
          streams: [],
        },
      ],
    },
  });
  assert.equal(nothing.verdict, "INCONCLUSIVE");
  assert.equal(ending(nothing, "missing").length, gatewayLive.checks.length);
  assert.equal(judgeWhole(gatewayLive, { bodies: {} }).verdict, "INCONCLUSIVE");
});
