import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import type { BreakersBody } from "@holdpoint/core";
import { breakerOpening, breakerRecovery, breakers as body } from "../scenes/breakers.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { breakers } from "./breakers.ts";

const judged = (changes: Partial<BreakersBody> = {}): ReturnType<typeof judgeWhole> =>
  judgeWhole(breakers, { bodies: { [KIND.breakers]: [body(changes)] } });

test("breakers that did everything pass everything", () => {
  const result = judged();
  assert.equal(result.verdict, "PASS");
  assert.equal(ending(result, "pass").length, breakers.checks.length);
});

test("row 8 of the ancestors: error answers count as success", () => {
  const openings = [breakerOpening({ stateAfter: "closed" }), breakerOpening({ fault: "slow" })];
  assert.deepEqual(ending(judged({ openings }), "fail"), ["opens-on-error-answers"]);
});

test("row 8 of the ancestors: the recovery time is that of a manual reset", () => {
  const recoveries = [breakerRecovery({ manualResets: 1, firstSuccessAtMs: 1_001 })];
  assert.deepEqual(ending(judged({ recoveries }), "fail"), ["recovers-by-itself"]);
});

test("row 8 of the ancestors: open for ever", () => {
  const recoveries = [breakerRecovery({ firstSuccessAtMs: null, stateAfter: "open" })];
  assert.deepEqual(ending(judged({ recoveries }), "fail"), ["recovers-by-itself"]);
});

test("experiments that were left out are missing", () => {
  const result = judged({ probes: [], stuckProbes: [] });
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["one-probe-at-a-time", "stuck-probe-ends"]);
});
