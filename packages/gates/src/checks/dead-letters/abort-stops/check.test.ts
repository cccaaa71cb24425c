import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { abortSeen, deadLetters } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] }, params });

test("what is on its way at the abort may still start", () => {
  const later = (startedLater: number): string => judged({ aborts: [abortSeen({ startedLater })] }).code;
  assert.deepEqual([later(2), later(3), later(4)], ["pass", "pass", "went-on"]);
});
