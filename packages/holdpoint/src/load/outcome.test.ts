import assert from "node:assert/strict";
import { test } from "node:test";
import { exitOfLoad, outcomeOf } from "./outcome.ts";
import { sloResult } from "./testing-load-body.ts";

const CASES = [
  ["valid", [], "valid", 0],
  ["valid", ["pass", "pass"], "pass", 0],
  ["valid", ["pass", "fail"], "fail", 1],
  ["valid", ["inconclusive", "fail"], "fail", 1],
  ["valid", ["pass", "inconclusive"], "inconclusive", 3],
  ["valid", ["pass", "invalid"], "inconclusive", 3],
  ["invalid", [], "invalid", 3],
  ["invalid", ["pass"], "invalid", 3],
  ["invalid", ["fail"], "invalid", 3],
] as const;

for (const [validity, outcomes, outcome, exit] of CASES) {
  test(`${validity} with ${outcomes.join(", ") || "no objective"} is ${outcome}, ${exit}`, () => {
    const seen = outcomeOf({ validity, slo: outcomes.map((one) => sloResult({ outcome: one })) });
    assert.deepEqual([seen, exitOfLoad(seen)], [outcome, exit]);
  });
}
