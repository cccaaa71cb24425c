import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandom, standardNormal } from "@holdpoint/testkit";
import type { TrendPoint } from "./theil-sen.ts";
import { theilSen, TREND_POINTS_MAX } from "./theil-sen.ts";

const series = (...values: readonly number[]): TrendPoint[] => values.map((y, x) => [x + 1, y]);

test("the example of Hollander and Wolfe: five years of seeded clouds", () => {
  // Nonparametric Statistical Methods, 2nd edition, example 9.1: K = -6, estimate -0.056.
  const trend = theilSen([series(1.26, 1.27, 1.12, 1.16, 1.03)], 0.8);
  assert.ok(trend !== null);
  assert.equal(trend.s, -6);
  assert.equal(trend.slope.toFixed(3), "-0.056");
  // Table A30 there: P(K >= 6) of five is 0.117.
  assert.equal((trend.p / 2).toFixed(3), "0.117");
});

test("the interval of a small series by hand", () => {
  // Of four in order: 24 orders, 1 without inversions, 3 with one, 5 with two; slopes -1, 0.5, 0.5, 1, 2 and 2.
  const points = series(1, 3, 2, 4);
  assert.equal(theilSen([points], 0.95)?.interval, null);
  const slopes = [-1, 0.5, 0.5, 1, 2, 2].toSorted((a, b) => a - b);
  assert.deepEqual(theilSen([points], 0.9)?.interval, [slopes[0], slopes[5]]);
  assert.deepEqual(theilSen([points], 0.66)?.interval, [slopes[1], slopes[4]]);
});

test("a straight line is found exactly, and a third of nonsense does not move it", () => {
  const points = series(...Array.from({ length: 40 }, (_, x) => (x % 4 === 2 ? 1e9 * (x % 3) : 5 + 3 * (x + 1))));
  assert.equal(theilSen([points], 0.95)?.slope, 3);
});

test("groups share a slope and not a level", () => {
  const first = series(100, 101, 102, 103, 104, 105);
  const second = series(3, 4, 5, 6, 7, 8).map(([x, y]): TrendPoint => [x + 10, y]);
  assert.ok((theilSen([[...first, ...second]], 0.95)?.slope ?? 0) < 0);
  const trend = theilSen([first, second, [[99, 5]]], 0.95);
  assert.deepEqual(trend?.interval, [1, 1]);
  assert.equal(trend.s, 30);
  assert.equal(trend.points, 12);
});

test("all equal is no trend with certainty", () => {
  const trend = theilSen([series(5, 5, 5, 5, 5, 5)], 0.95);
  assert.deepEqual([trend?.slope, trend?.interval, trend?.s, trend?.p], [0, [0, 0], 0, 1]);
});

test("nothing to compare is null, and what cannot be compared is refused", () => {
  assert.equal(theilSen([], 0.95), null);
  assert.equal(theilSen([[[1, 1]], [[2, 2]]], 0.95), null);
  const many = Array.from({ length: TREND_POINTS_MAX + 1 }, (_, x): TrendPoint => [x, x]);
  assert.throws(() => theilSen([many], 0.95), RangeError);
  for (const wrong of [
    [
      [1, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [2, Number.NaN],
    ],
    [
      [1, 1],
      [Infinity, 3],
    ],
  ] as const)
    assert.throws(() => theilSen([wrong], 0.95), RangeError);
});

test("shifting, stretching and turning the values does the same to the slope", () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(values, (ys) => {
      const trend = theilSen([series(...ys)], 0.95);
      const turned = theilSen([series(...ys.map((y) => 7 - 2 * y))], 0.95);
      assert.ok(trend !== null && turned !== null);
      assert.equal(turned.slope + 2 * trend.slope, 0);
      assert.equal(turned.s + trend.s, 0);
      assert.equal(turned.p, trend.p);
      if (trend.interval === null) return assert.equal(turned.interval, null);
      assert.ok(trend.interval[0] <= trend.slope && trend.slope <= trend.interval[1]);
      assert.deepEqual([...(turned.interval ?? [])], [-2 * trend.interval[1] + 0, -2 * trend.interval[0] + 0]);
    }),
  );
});

test("the interval holds the true slope about as often as it says, exact and approximate", () => {
  for (const n of [12, 70]) {
    const chance = seededRandom(n);
    let held = 0;
    for (let run = 0; run < 400; run++) {
      const points = series(...Array.from({ length: n }, (_, x) => 0.3 * x + standardNormal(chance)));
      const interval = theilSen([points], 0.95)?.interval;
      assert.ok(interval);
      if (interval[0] <= 0.3 && 0.3 <= interval[1]) held += 1;
    }
    // Of 400 at 95 %: 380 with a deviation of 4.4.
    assert.ok(held >= 362 && held <= 397, `${held} of 400 for ${n} points`);
  }
});
