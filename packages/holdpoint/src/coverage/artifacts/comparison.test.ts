import assert from "node:assert/strict";
import { test } from "node:test";
import type { Baseline, JsonObject } from "@holdpoint/core";
import { earlierOf, instrumentersOf, isSameInstrument, pointsText } from "./comparison.ts";

const baseline = (facts: JsonObject): Baseline =>
  ({ candidate: { commit: "c" }, promotedAt: "2026-01-01T00:00:00Z", facts }) as unknown as Baseline;

const REPORTS = [{ id: "unit", format: "lcov", instrumenter: "node", shard: null }];

test("what the last promotion left is read where it left it, with lines where it kept them", () => {
  const totals = { lines: { covered: 1, total: 2 } };
  const files = [
    ["src/a.ts", "1/2 - - - -", "1", "4"],
    ["src/b.ts", "1/2 - - - -"],
  ];
  const facts = { reports: REPORTS, totals, files };
  const read = earlierOf(baseline({ "coverage-regression": facts, coverage: {} }));
  assert.deepEqual(read?.totals, totals);
  assert.deepEqual([read?.commit, read?.promotedAt], ["c", "2026-01-01T00:00:00Z"]);
  assert.deepEqual(read?.instrumenters, ["node"]);
  assert.ok(read !== null && isSameInstrument(read, ["node"]) && !isSameInstrument(read, ["c8", "node"]));
  assert.deepEqual(read.files, [
    { path: "src/a.ts", sets: { covered: Uint32Array.of(1), uncovered: Uint32Array.of(4) } },
    { path: "src/b.ts", sets: null },
  ]);
  const old = earlierOf(baseline({ coverage: { reports: REPORTS, totals, files: ["src/a.ts"] } }));
  assert.deepEqual([old?.totals, old?.files], [totals, null]);
});

test("what cannot be read is as good as nothing", () => {
  for (const facts of [
    {},
    { coverage: {} },
    { coverage: { reports: REPORTS, totals: { lines: "many" }, files: [] } },
  ]) {
    assert.equal(earlierOf(baseline(facts as JsonObject)), null);
  }
  assert.equal(earlierOf(null), null);
});

test("instrumenters are named once", () => {
  assert.deepEqual(instrumentersOf([...REPORTS, ...REPORTS, { instrumenter: "c8" }]), ["c8", "node"]);
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
