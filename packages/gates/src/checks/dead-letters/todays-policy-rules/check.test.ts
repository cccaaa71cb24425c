import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, policyReplay } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("one letter of two that is not denied, not told or not open is one too many", () => {
  const code = (changes: Parameters<typeof policyReplay>[0]): string =>
    judged({ policies: [policyReplay(changes)] }).code;
  assert.equal(code({ plannedDenials: 1 }), "plan-silent");
  assert.equal(code({ denied: 1 }), "not-denied");
  assert.equal(code({ effects: 1 }), "effect-despite-denial");
  assert.equal(code({ stillOpen: 1 }), "letter-closed");
  assert.equal(code({ letters: 1, plannedDenials: 1, denied: 1, stillOpen: 1 }), "pass");
});

test("an effect is told also where there was no letter to deny", () => {
  const policies = [policyReplay({ letters: 0, plannedDenials: 0, denied: 0, stillOpen: 0, effects: 1 })];
  const { outcome, code, reason } = judged({ policies });
  assert.deepEqual([outcome, code], ["missing", "nothing-to-deny"]);
  assert.match(reason, /; 1 change of policy with effects: 0 of 0 denied, 1 effects$/);
});

test("a policy that nobody looked at is told in full, with what decides first", () => {
  const policies = [policyReplay({ plannedDenials: 0, denied: 0, effects: 2, stillOpen: 0 })];
  const { code, flip, observed, reason } = judged({ policies });
  assert.deepEqual([code, observed], ["plan-silent", 1]);
  assert.equal(flip, "would pass if the plan told each denial");
  assert.match(reason, /not respected: 0 of 2 denied, 2 effects; .* with effects: .*; and 1 more such finding$/);
});
