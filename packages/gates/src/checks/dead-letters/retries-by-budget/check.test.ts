import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, death } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] }, params });

test("what must not be tried at all is not tried too little", () => {
  const refused = { failureClass: "circuit_open", attemptsDue: 0, upstreamCalls: 0, letterAttempts: 0 };
  assert.equal(judged({ deaths: [death(refused)] }).outcome, "pass");
  assert.equal(judged({ deaths: [death({ ...refused, upstreamCalls: 1 })] }).code, "over-budget");
});

test("where nothing can arrive the letter's attempts are judged by the budget", () => {
  const unreachable = { failureClass: "connection_bootstrap", attemptsDue: 4, upstreamCalls: null };
  assert.equal(judged({ deaths: [death({ ...unreachable, letterAttempts: 4 })] }).outcome, "pass");
  assert.equal(judged({ deaths: [death({ ...unreachable, letterAttempts: 3 })] }).code, "attempts-differ");
});
