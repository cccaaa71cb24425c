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

test("exactly one new action, of exactly the next generation", () => {
  const actions = (newActions: number): string => judged({ replays: [replaySeen({ newActions })] }).code;
  assert.deepEqual([actions(0), actions(1), actions(2)], ["not-one-action", "pass", "not-one-action"]);
  const generation = (value: number): string => judged({ replays: [replaySeen({ generation: value })] }).code;
  assert.deepEqual([generation(0), generation(1), generation(2)], ["not-linked", "pass", "not-linked"]);
  assert.equal(judged({ replays: [replaySeen({ linkedTo: "" })] }).code, "not-linked");
});

test("only a replay that can succeed has to close its letter", () => {
  assert.equal(judged({ replays: [replaySeen({ upstream: "failing" })] }).outcome, "pass");
  for (const changes of [{ letterStatus: "open" }, { newState: "DEAD" }, { newState: "UNKNOWN" }]) {
    assert.equal(judged({ replays: [replaySeen(changes)] }).code, "not-replayed");
  }
});

test("a failed replay has to leave the original alone as well", () => {
  const replays = [replaySeen(), replaySeen({ upstream: "failing", original: "act_2", originalAfter: "sha256:x" })];
  const { code, observed, reason } = judged({ replays });
  assert.equal(code, "not-linked");
  assert.equal(observed, 1);
  assert.deepEqual(reason.split("; "), [
    "1 replay not linked to the original: act_2: DEAD, open",
    "1 replay that changed the original: act_2: DEAD, open",
  ]);
});
