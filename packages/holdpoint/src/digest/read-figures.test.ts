import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { readFigures } from "./read-figures.ts";
import { loadFigures, loadRun } from "../load/trend/testing-trend.ts";
import { componentOf, coverageOf, runOf } from "./testing-digest.ts";

const FIGURES = {
  ...coverageOf({ covered: 9, total: 10 }, [componentOf("api", { covered: 1, total: 1 })]),
  tests: { suites: [{ suite: "unit", flaky: ["a"] }] },
  exceptions: { listed: [{ id: "x", path: "a.ts", owner: "ada", expiresAt: DAY(1), nextReviewAt: DAY(2) }] },
  "test-mapping": { modules: 2, tested: 1, untested: ["b.ts"] },
  ...loadFigures(loadRun(20), loadRun(null, { planSha256: null, testbed: null })),
  latency: { anything: "goes" },
};

function DAY(day: number): string {
  return `2026-01-0${day}T00:00:00Z`;
}

const body = (patch: object = {}): JsonObject =>
  ({
    ...runOf(1, 0, { gates: [{ id: "tests", verdict: "FAIL", checks: [{ id: "a", outcome: "fail", code: "b" }] }] })
      .figures,
    figures: FIGURES,
    ...patch,
  }) as unknown as JsonObject;

test("a record as runs write it is read as it is", () => {
  assert.deepEqual(readFigures(body()), body());
  assert.ok(readFigures(body({ figures: {} })) !== null);
  const unreadable = { performance: { unreadable: "RangeError" } };
  assert.ok(readFigures(body({ figures: unreadable })) !== null, "a figure that could not be made costs no other");
});

for (const [what, patch] of [
  ["no verdict", { verdict: undefined }],
  ["no time", { judgedAt: "yesterday" }],
  ["a time without a zone", { judgedAt: "2026-01-01T00:00:00" }],
  ["a duration below zero", { durationMs: -1 }],
  ["no word on partial", { partial: "no" }],
  ["gates that are no list", { gates: {} }],
  ["a check without code", { gates: [{ id: "tests", checks: [{ id: "a", outcome: "fail" }] }] }],
  ["no figures", { figures: null }],
  ["figures that are a list", { figures: { coverage: [] } }],
  ["more covered than there is", { figures: coverageOf({ covered: 2, total: 1 }) }],
  ["half a line", { figures: coverageOf({ covered: 0.5, total: 1 }) }],
  ["a component without totals", { figures: coverageOf({ covered: 1, total: 1 }, [{ id: "api" } as never]) }],
  ["suites of numbers", { figures: { tests: { suites: [1] } } }],
  ["an exception without a date", { figures: { exceptions: { listed: [{ id: "x", path: "a", owner: "b" }] } } }],
  ["load runs that are no list", { figures: { performance: { runs: 3 } } }],
  ["a load without a name", { figures: loadFigures(loadRun(1, { id: 7 as never })) }],
  ["a load of half a clock", { figures: loadFigures(loadRun(1, { response: { p50: 1 } as never })) }],
  ["a load that took less than no time", { figures: loadFigures(loadRun(-1)) }],
  ["more tested than there is", { figures: { "test-mapping": { modules: 1, tested: 2, untested: [] } } }],
] as const) {
  test(`${what} is not a record of figures`, () => assert.equal(readFigures(body(patch)), null));
}
