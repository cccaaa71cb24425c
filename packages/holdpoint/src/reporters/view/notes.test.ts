import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOMES } from "@holdpoint/core";
import { HELD } from "../fixture/runs.ts";
import { advisoryFindings, checksWith, countOutcomes, formatChecks } from "./notes.ts";

const { judgement } = HELD;
const checks = judgement.gates.flatMap((gate) => gate.checks);

test("counts add up to the number of checks", () => {
  const counts = countOutcomes(checks);
  assert.ok(checks.length > 0);
  assert.equal(
    OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
    checks.length,
  );
});

test("checks are found by outcome, with their gate", () => {
  assert.deepEqual(
    checksWith(judgement, ["waived", "warn"]).map(({ gate, check }) => `${gate.id} ${check.id}`),
    ["tests skipped-within-limit", "dependencies licences-allowed"],
  );
});

test("only advisory gates have findings that hold nothing", () => {
  assert.deepEqual(
    advisoryFindings(judgement).map(({ check }) => check.id),
    ["files-short"],
  );
});

test("passed stands against decided, and unknown is said", () => {
  const [first] = checks;
  assert.ok(first !== undefined);
  const of = (...outcomes: (typeof OUTCOMES)[number][]): string =>
    formatChecks(outcomes.map((outcome) => ({ ...first, outcome })));
  assert.equal(of(), "0 of 0");
  assert.equal(of("pass", "pass", "warn", "not-applicable"), "2 of 3");
  assert.equal(of("pass", "fail", "waived"), "1 of 3");
  assert.equal(of("pass", "error", "missing", "stale"), "1 of 1, 3 unknown");
});
