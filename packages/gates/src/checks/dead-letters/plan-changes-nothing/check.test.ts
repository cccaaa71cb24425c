import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, planSeen } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("one letter more or fewer than match is a wrong count", () => {
  const code = (planned: number): string => judged({ plans: [planSeen({ planned })] }).code;
  assert.deepEqual([code(2), code(3), code(4)], ["wrong-count", "pass", "wrong-count"]);
  assert.equal(judged({ plans: [planSeen({ planned: 4 })] }).reason, "1 plan with another count: 4 of 3 letters");
});

test("actions that are gone are a change like actions that were made", () => {
  const code = (actionsAfter: number): string => judged({ plans: [planSeen({ actionsAfter })] }).code;
  assert.deepEqual([code(8), code(9), code(10)], ["actions-made", "pass", "actions-made"]);
});

test("a plan that did it all at once is told for all of it", () => {
  const plans = [planSeen(), planSeen({ planned: 0, lettersAfter: "sha256:x", actionsAfter: 12, upstreamCalls: 3 })];
  const { code, observed, reason, flip } = judged({ plans });
  assert.deepEqual([code, observed, flip], ["wrong-count", 1, "would pass if it counted what matches"]);
  assert.match(reason, /; 1 plan that changed letters: .*; 1 plan that made actions: .*; and 1 more such finding$/);
});
