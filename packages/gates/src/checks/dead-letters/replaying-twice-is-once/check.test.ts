import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, repetition } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("two runs of one letter are enough, fewer show nothing", () => {
  const one = { letters: 1, effects: 1, newActions: 1 };
  assert.equal(judged({ repetitions: [repetition(one)] }).outcome, "pass");
  for (const changes of [
    { ...one, runs: 1 },
    { letters: 0, effects: 0, newActions: 0 },
  ]) {
    const { outcome, flip } = judged({ repetitions: [repetition(changes)] });
    assert.deepEqual([outcome, flip], ["missing", "would be judged with 2 runs"]);
  }
});

test("one effect a letter, neither one more nor one fewer", () => {
  const code = (effects: number): string => judged({ repetitions: [repetition({ effects })] }).code;
  assert.deepEqual([code(1), code(2), code(3)], ["effect-missing", "pass", "effect-repeated"]);
});

test("actions that were made twice are told beside the effects that they had", () => {
  const { code, observed, reason } = judged({ repetitions: [repetition({ effects: 4, newActions: 4 })] });
  assert.deepEqual([code, observed], ["effect-repeated", 1]);
  const told = "4 effects and 4 actions for 2 letters";
  assert.equal(
    reason,
    `1 repeated replay with repeated effects: ${told}; 1 repeated replay with repeated actions: ${told}`,
  );
});

test("what one replay repeated, another that missed does not make up for", () => {
  const repetitions = [repetition({ effects: 3 }), repetition({ effects: 1 })];
  const { code, reason } = judged({ repetitions });
  assert.equal(code, "effect-repeated");
  assert.match(reason, /; 1 repeated replay with missing effects: 1 effects and 2 actions for 2 letters$/);
});
