import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProposedDelta, SoakIteration } from "@holdpoint/core";
import { soakIterationOf, tuningOf } from "@holdpoint/testkit";
import { iterationLine } from "./iteration-line.ts";

const delta = (changes: Partial<ProposedDelta>): ProposedDelta => ({
  parameter: "pool.size",
  subsystem: "rebid",
  rule: "slow",
  from: 2,
  to: 3,
  skipped: null,
  ...changes,
});

function iteration(changes: Partial<SoakIteration>, tuning: Partial<SoakIteration["tuning"]> = {}): SoakIteration {
  return soakIterationOf({ iteration: 7, tuning: tuningOf(tuning), ...changes });
}

test("values have four digits, a gap is a word and 0 is 0", () => {
  const values = { a: 0, b: 123_456.78, c: 0.000_123_456, d: null, e: -1.5 };
  assert.equal(iterationLine(iteration({ values }), 9), "7/9 steady  a 0  b 123500  c 0.0001235  d gap  e -1.5");
});

test("what a target wrote before it failed neither ends the line nor reaches the terminal as it is", () => {
  const text = "ended with 1: \u001b[2J\u001b]0;owned\u0007\r\nsecond line\u202e";
  const line = iterationLine(iteration({ problem: { code: "HP-SOAK-COMMAND", text } }), 9);
  assert.doesNotMatch(line, /[\p{Cc}\u202e]/u);
  assert.match(line, /^7\/9 steady {2}HP-SOAK-COMMAND: ended with 1: .*second line/);
});

test("a problem stands instead of the values, not beside them", () => {
  const line = iterationLine(iteration({ problem: { code: "HP-SOAK-LOAD", text: "behind" }, values: { p95: 1 } }), 9);
  assert.equal(line, "7/9 steady  HP-SOAK-LOAD: behind");
});

test("only what was let through is a change, and one that nobody read back says so", () => {
  const proposed = [
    delta({}),
    delta({ parameter: "edge", from: null, to: 1 }),
    delta({ parameter: "held", skipped: { reason: "cooldown", text: "" } }),
  ];
  const readings = [{ path: "pool.size", before: 2, wanted: 3, after: 3, verdict: "applied" }] as const;
  assert.equal(
    iterationLine(iteration({}, { proposed, readings }), 9),
    "7/9 steady  pool.size 2 → 3  edge null → 1 (not read back)",
  );
});

test("a configuration that could not be written stands beside the values, which are there", () => {
  const problem = { code: "HP-TUNING-REFUSED", text: "answered with 409" };
  const line = iterationLine(iteration({ values: { p95: 1 } }, { problem }), 9);
  assert.equal(line, "7/9 steady  p95 1  HP-TUNING-REFUSED: answered with 409");
});
