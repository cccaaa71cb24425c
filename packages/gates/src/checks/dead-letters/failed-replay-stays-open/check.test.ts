import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, replaySeen } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("replays that succeeded say nothing about those that fail", () => {
  const { outcome, code } = judged({ replays: [replaySeen(), replaySeen()] });
  assert.deepEqual([outcome, code], ["missing", "not-tried"]);
  const replays = [replaySeen({ letterStatus: "replayed" }), replaySeen({ upstream: "failing" })];
  assert.equal(judged({ replays }).outcome, "pass");
});

test("a letter that is not open is closed, whatever it is called", () => {
  for (const letterStatus of ["replayed", "discarded", ""]) {
    const { code, reason, flip } = judged({ replays: [replaySeen({ upstream: "failing", letterStatus })] });
    assert.equal(code, "closed-by-failure");
    assert.equal(reason, `1 failed replay that closed the letter: act_1: DEAD, ${letterStatus}`);
    assert.equal(flip, "would pass if the letter were open");
  }
});

test("a replay that did not die proves nothing, and hides no letter that was closed", () => {
  for (const newState of ["SUCCEEDED", "UNKNOWN", "RUNNING", ""]) {
    const { outcome, code } = judged({ replays: [replaySeen({ upstream: "failing", newState })] });
    assert.deepEqual([outcome, code], ["missing", "did-not-fail"], newState);
  }
  const replays = [
    replaySeen({ upstream: "failing", newState: "UNKNOWN" }),
    replaySeen({ upstream: "failing", original: "act_2", letterStatus: "replayed" }),
  ];
  assert.match(judged({ replays }).reason, /; 1 failed replay that closed the letter: act_2: DEAD, replayed$/);
});
