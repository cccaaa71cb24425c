import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerRecovery, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] }, params });

test("the recovery time is told when it passes", () => {
  assert.equal(judged({}).reason, "1 recovery by itself without help, 450 ms after the fault");
});

test("a success at the last moment allowed is in time, one later is not", () => {
  const at = (firstSuccessAtMs: number): string =>
    judged({ recoveries: [breakerRecovery({ firstSuccessAtMs })] }, { slackMs: 100 }).code;
  assert.deepEqual([at(1_500), at(1_501)], ["pass", "too-late"]);
});
