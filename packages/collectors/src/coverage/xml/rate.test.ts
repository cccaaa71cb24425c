import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isRateOf } from "./rate.ts";

test("a rate is right as tools print it: rounded, cut off, with fewer digits", () => {
  for (const printed of ["0.6667", "0.6666", "0.66666667", "0.67", "0.66", "6.667e-1"]) {
    assert.ok(isRateOf(printed, { covered: 2, total: 3 }), printed);
  }
  assert.ok(isRateOf("1", { covered: 3, total: 3 }));
  assert.ok(isRateOf("0", { covered: 0, total: 3 }));
  assert.ok(isRateOf("1.0", { covered: 3, total: 3 }));
});

test("another rate, and what is none, are not", () => {
  for (const printed of ["0.6669", "0.7", "1", "0", "", "NaN", "-0.6667", "0,6667", "66.67%", "Infinity"]) {
    assert.ok(!isRateOf(printed, { covered: 2, total: 3 }), printed);
  }
  assert.ok(!isRateOf("1", { covered: 98, total: 100 }));
  assert.ok(!isRateOf("0".repeat(100_000), { covered: 0, total: 1 }));
});

test("of nothing any rate is right", () => {
  for (const printed of ["1", "0", "NaN", ""]) assert.ok(isRateOf(printed, { covered: 0, total: 0 }), printed);
});

test("every count is fitted by its own rate, printed with four digits or all", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
      const covered = Math.floor(total * share);
      assert.ok(isRateOf(`${covered / total}`, { covered, total }));
      assert.ok(isRateOf((covered / total).toFixed(4), { covered, total }));
    }),
  );
});
