import assert from "node:assert/strict";
import { test } from "node:test";
import type { Baseline, JsonObject } from "@holdpoint/core";
import { earlierOf, pointsText } from "./comparison.ts";

const baseline = (facts: JsonObject): Baseline =>
  ({ candidate: { commit: "c" }, promotedAt: "2026-01-01T00:00:00Z", facts }) as unknown as Baseline;

test("the totals of the last promotion are read where it left them", () => {
  const totals = { lines: { covered: 1, total: 2 }, branches: { covered: 5, total: 2 }, functions: "many" };
  const read = { commit: "c", promotedAt: "2026-01-01T00:00:00Z", totals: { lines: { covered: 1, total: 2 } } };
  assert.deepEqual(earlierOf(baseline({ "coverage-regression": { totals }, coverage: {} })), read);
  assert.deepEqual(earlierOf(baseline({ coverage: { totals } })), read);
  for (const facts of [{}, { coverage: {} }, { coverage: [] }, { coverage: { totals: {} } }, { coverage: { totals: [1] } }]) {
    assert.equal(earlierOf(baseline(facts as JsonObject)), null);
  }
  assert.equal(earlierOf(null), null);
});

test("points are cut towards zero, and a change is never shown as none", () => {
  const cases: readonly (readonly [[number, number], [number, number], string | null])[] = [
    [[9, 10], [8, 10], "+10.00"],
    [[1, 3], [2, 3], "−33.33"],
    [[50, 100], [1, 2], "±0"],
    [[999_999, 1_000_000], [1, 1], "−less than 0.01"],
    [[10, 10], [0, 10], "+100.00"],
    [[0, 0], [1, 1], null],
    [[1, 1], [0, 0], null],
  ];
  for (const [[covered, total], [before, of], text] of cases) {
    assert.equal(pointsText({ covered, total }, { covered: before, total: of }), text);
  }
});
