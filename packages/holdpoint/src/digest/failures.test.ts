import assert from "node:assert/strict";
import { test } from "node:test";
import type { GateFigures } from "@holdpoint/core";
import { dueExceptions } from "./exceptions.ts";
import { deadGates, heldChecks } from "./failures.ts";
import { flakyTests } from "./flaky.ts";
import { runOf, UNTIL_MS } from "./testing-digest.ts";

const gate = (id: string, ...checks: readonly (readonly [string, string, string])[]): GateFigures => ({
  id,
  verdict: "FAIL",
  checks: checks.map(([check, outcome, code]) => ({ id: check, outcome, code })),
});

test("what held is counted, with when, and whether it still does", () => {
  const runs = [
    runOf(1, 0, {
      gates: [gate("tests", ["none-failed", "fail", "failed"]), gate("coverage", ["whole", "warn", "x"])],
    }),
    runOf(2, 1, { gates: [gate("tests", ["none-failed", "fail", "failed"], ["ran", "missing", "not-run"])] }),
    runOf(3, 2, { gates: [gate("tests", ["ran", "missing", "not-run"])] }),
    runOf(4, 3, { gates: [gate("ledger", ["whole", "error", "check-threw"])] }),
  ].map(({ figures }) => figures);
  assert.deepEqual(
    heldChecks(runs).map(({ gate: id, check, times, stillHolds }) => [id, check, times, stillHolds]),
    [
      ["tests", "none-failed", 2, false],
      ["tests", "ran", 2, true],
      ["ledger", "whole", 1, true],
    ],
  );
  const [first] = heldChecks(runs);
  assert.deepEqual([first?.firstAt, first?.lastAt], ["2026-01-05T00:00:00.000Z", "2026-01-06T00:00:00.000Z"]);
  assert.deepEqual(heldChecks([]), []);
});

test("dead gates are those of the last run that judged the gate", () => {
  const runs = [
    runOf(1, 0, { gates: [gate("coverage", ["whole-floor", "warn", "dead-floor"], ["b", "warn", "dead-floor"])] }),
    runOf(2, 1, { gates: [gate("coverage", ["whole-floor", "warn", "dead-floor"], ["c", "fail", "below-floor"])] }),
    runOf(3, 2, { gates: [gate("tests")] }),
  ].map(({ figures }) => figures);
  assert.deepEqual(deadGates(runs), [{ gate: "coverage", check: "whole-floor", code: "dead-floor" }]);
});

test("flaky tests are counted by run", () => {
  const tests = (...flaky: string[]) => ({ tests: { suites: [{ suite: "unit", flaky }] } }) as never;
  const runs = [runOf(1, 0, { figures: tests("b", "a") }), runOf(2, 1, { figures: tests("b") }), runOf(3, 2)];
  assert.deepEqual(flakyTests(runs.map(({ figures }) => figures)), [
    { suite: "unit", id: "b", times: 2 },
    { suite: "unit", id: "a", times: 1 },
  ]);
});

test("exceptions are due when they expire or want a look, as the last run saw them", () => {
  const day = (days: number): string => new Date(UNTIL_MS + days * 86_400_000).toISOString();
  const one = (id: string, expires: number, review: number) => ({
    id,
    path: `src/${id}.ts`,
    owner: "ada",
    expiresAt: day(expires),
    nextReviewAt: day(review),
  });
  const listed = [one("calm", 90, 30), one("soon", 3, 1), one("gone", -1, -9), one("look", 60, 2), one("late", 60, -2)];
  const figures = { exceptions: { open: 5, resolved: 0, listed } } as never;
  const old = { exceptions: { open: 1, resolved: 0, listed: [one("resolved-since", -5, -5)] } } as never;
  const runs = [runOf(1, 0, { figures: old }), runOf(2, 1, { figures }), runOf(3, 2)].map((run) => run.figures);
  assert.deepEqual(
    dueExceptions(runs, UNTIL_MS).map(({ id, due }) => [id, due]),
    [
      ["late", "review-overdue"],
      ["gone", "expired"],
      ["look", "review-soon"],
      ["soon", "expires-soon"],
    ],
  );
  assert.deepEqual(dueExceptions([], UNTIL_MS), []);
});
