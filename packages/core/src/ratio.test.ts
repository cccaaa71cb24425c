import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatPercent, meetsPercent, shortBy } from "./ratio.ts";

const counts = fc
  .tuple(fc.nat(1_000_000), fc.nat(1_000_000))
  .map(([a, b]) => ({ covered: Math.min(a, b), total: Math.max(a, b, 1) }));
const threshold = fc
  .tuple(fc.nat(100_000), fc.nat(3))
  .map(([units, scale]) => (Math.min(units, 100 * 10 ** scale) / 10 ** scale).toFixed(scale));

test("a ratio is judged by its counts, not by what it looks like", () => {
  assert.equal(meetsPercent(2071, 2072, 100), false);
  assert.equal(meetsPercent(2072, 2072, 100), true);
  assert.equal(meetsPercent(8995, 10_000, "89.95"), true);
  assert.equal(meetsPercent(8994, 10_000, "89.95"), false);
  assert.equal(meetsPercent(0, 5, 0), true);
});

test("0 of 0 neither meets nor misses", () => {
  assert.equal(meetsPercent(0, 0, 0), null);
  assert.equal(shortBy(0, 0, 90), null);
  assert.equal(formatPercent(0, 0), "0 of 0");
});

test("how many are missing is a whole number", () => {
  assert.equal(shortBy(893, 1000, 90), 7);
  assert.equal(shortBy(900, 1000, 90), 0);
  assert.equal(shortBy(2071, 2072, 100), 1);
  assert.equal(shortBy(1, 3, "33.34"), 1);
  assert.equal(shortBy(1, 3, "33.33"), 0);
});

test("what is shown is never nicer than what is", () => {
  assert.equal(formatPercent(2071, 2072), "99.95%");
  assert.equal(formatPercent(999_999, 1_000_000), "99.99%");
  assert.equal(formatPercent(2072, 2072), "100.00%");
  assert.equal(formatPercent(2, 3), "66.66%");
  assert.equal(formatPercent(0, 7), "0.00%");
  assert.equal(formatPercent(89_957, 100_000, "89.955"), "89.957%");
  assert.equal(formatPercent(1, 3, "33.3333334"), "33.3333333%");
});

test("what is no share and what is no count is refused", () => {
  for (const wrong of ["", "90%", "-1", "100.01", "1e3", "NaN", Number.NaN, Infinity, -0.5]) {
    assert.throws(() => meetsPercent(1, 2, wrong), { code: "HP-CONFIG-VALUE" }, String(wrong));
    assert.throws(() => formatPercent(1, 2, wrong), { code: "HP-CONFIG-VALUE" }, String(wrong));
  }
  for (const [covered, total] of [
    [3, 2],
    [-1, 2],
    [0.5, 1],
    [Number.NaN, 1],
    [1, Infinity],
    [0, 2 ** 53],
  ] as const) {
    assert.throws(() => shortBy(covered, total, 50), RangeError, `${covered} of ${total}`);
    assert.throws(() => formatPercent(covered, total), RangeError, `${covered} of ${total}`);
  }
});

test("covering what is short meets the threshold, one less does not", () => {
  fc.assert(
    fc.property(counts, threshold, ({ covered, total }, percent) => {
      const short = shortBy(covered, total, percent);
      assert.ok(short !== null);
      assert.equal(meetsPercent(covered + short, total, percent), true);
      if (short > 0) assert.equal(meetsPercent(covered + short - 1, total, percent), false);
    }),
  );
});

test("the shown share is below the threshold exactly when the counts are", () => {
  fc.assert(
    fc.property(counts, threshold, ({ covered, total }, percent) => {
      const shown = formatPercent(covered, total, percent).slice(0, -1);
      const [a, b] = [shown, percent].map((text) => BigInt(Math.round(Number(text) * 1000)));
      assert.ok(a !== undefined && b !== undefined);
      assert.equal(a >= b, meetsPercent(covered, total, percent));
    }),
  );
});
