import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, letterRestart } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("one letter is enough to lose, none is not", () => {
  assert.equal(judged({ restarts: [letterRestart({ before: 1, after: 1 })] }).outcome, "pass");
  const { outcome, code } = judged({ restarts: [letterRestart({ before: 0, after: 0 })] });
  assert.deepEqual([outcome, code], ["missing", "no-letters"]);
});

test("one letter of seven is a loss, and the change that it makes is told with it", () => {
  const { code, observed, reason, flip } = judged({ restarts: [letterRestart({ after: 6, digestAfter: "sha256:e" })] });
  assert.deepEqual([code, observed], ["lost", 1]);
  assert.deepEqual(reason.split("; "), [
    "1 restart that lost letters: 7 letters before, 6 after",
    "1 restart that changed letters: 7 letters before, 6 after",
  ]);
  assert.equal(flip, "would pass with as many letters as before");
});

test("as many letters are not the same letters, and more of them are not either", () => {
  const other = { digestAfter: "sha256:e" };
  for (const after of [7, 8]) assert.equal(judged({ restarts: [letterRestart({ after, ...other })] }).code, "changed");
});
