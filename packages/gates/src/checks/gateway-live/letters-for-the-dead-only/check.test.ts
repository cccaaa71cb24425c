import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } });

test("a death has one letter, everything else has none", () => {
  const code = (wanted: string, deadLetters: number): string =>
    judged({ ends: [gatewayEnd({ wanted, deadLetters })] }).code;
  for (const wanted of ["DEAD", "UNKNOWN>DEAD"]) {
    assert.deepEqual(
      [0, 1, 2].map((letters) => code(wanted, letters)),
      ["no-letter", "pass", "letter-too-many"],
    );
  }
  for (const wanted of ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "SIMULATED", "UNKNOWN>SUCCEEDED"]) {
    assert.deepEqual(
      [0, 1].map((letters) => code(wanted, letters)),
      ["pass", "letter-too-many"],
      wanted,
    );
  }
});

test("the record says who died, not what was wanted or answered", () => {
  const end = { wanted: "DEAD", answered: "DEAD", recorded: "SUCCEEDED" };
  assert.equal(judged({ ends: [gatewayEnd({ ...end, deadLetters: 0 })] }).outcome, "pass");
  const { code, reason } = judged({ ends: [gatewayEnd(end)] });
  assert.equal(code, "letter-too-many");
  assert.equal(reason, "1 end with a letter too many: act_DEAD (SUCCEEDED)");
});

test("letters that are missing and letters that are too many are told apart", () => {
  const ends = [
    gatewayEnd({ wanted: "DEAD", deadLetters: 0 }),
    gatewayEnd({ deadLetters: 1 }),
    gatewayEnd({ wanted: "DENIED", deadLetters: 3 }),
  ];
  const { code, observed, flip, reason } = judged({ ends });
  assert.deepEqual([code, observed, flip], ["no-letter", 1, "would pass with 1 letter"]);
  assert.match(reason, /; 2 ends with a letter too many: act_SUCCEEDED \(SUCCEEDED\), act_DENIED \(DENIED\)$/);
});
