import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import type { DeadLettersBody } from "@holdpoint/core";
import { deadLetters as body, death, replaySeen } from "../scenes/dead-letters.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { deadLetters } from "./dead-letters.ts";

const judged = (changes: Partial<DeadLettersBody> = {}): ReturnType<typeof judgeWhole> =>
  judgeWhole(deadLetters, { bodies: { [KIND.deadLetters]: [body(changes)] } });

test("a queue that kept everything passes everything", () => {
  const result = judged();
  assert.equal(result.verdict, "PASS");
  assert.equal(ending(result, "pass").length, deadLetters.checks.length);
});

test("row 9 of the ancestors: a failed replay marks the letter as replayed", () => {
  const replays = [replaySeen(), replaySeen({ upstream: "failing", letterStatus: "replayed" })];
  assert.deepEqual(ending(judged({ replays }), "fail"), ["failed-replay-stays-open"]);
});

test("row 9 of the ancestors: timeouts never reach the queue", () => {
  const deaths = body().deaths.map((one) => (one.failureClass === "timeout" ? { ...one, letters: 0 } : one));
  assert.deepEqual(ending(judged({ deaths }), "fail"), ["every-class-leaves-a-letter"]);
});

test("row 9 of the ancestors: the class of an outage is forbidden in the queue", () => {
  const deaths = body().deaths.filter((one) => one.failureClass !== "circuit_open");
  const result = judged({ deaths });
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["every-class-leaves-a-letter"]);
});

test("a letter that says otherwise than its action is told, besides being there", () => {
  const deaths = [...body().deaths, death({ letterClass: "unknown", letterCorrelation: "req_other" })];
  assert.deepEqual(ending(judged({ deaths }), "fail"), ["letters-tell-the-truth"]);
});
