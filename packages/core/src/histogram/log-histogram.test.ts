import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HISTOGRAM_MAX_US } from "./layout.ts";
import { LogHistogram, nearestRank } from "./log-histogram.ts";
import { sliceProblem } from "./slice-problem.ts";

const values = fc.array(fc.oneof(fc.nat(300), fc.nat(2_000_000), fc.nat(2 ** 31 - 1)), { minLength: 1 });

function histogramOf(...all: readonly number[]): LogHistogram {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram;
}

test("nothing recorded is nothing known", () => {
  const empty = new LogHistogram();
  assert.equal(empty.quantile(0.5), null);
  assert.equal(empty.summary(), null);
  assert.equal(empty.toSlice(), null);
  assert.deepEqual([empty.count, empty.minUs, empty.maxUs, empty.countAbove(0), empty.countWithin(9)], [0, 0, 0, 0, 0]);
});

test("a percentile is at or above the exact one by nearest rank, by at most 1/127, and within what was seen", () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, q) => {
      const sorted = all.toSorted((a, b) => a - b);
      const rank = nearestRank(q, all.length);
      const exact = sorted[rank - 1] ?? Number.NaN;
      const histogram = histogramOf(...all);
      const found = histogram.quantile(q) ?? Number.NaN;
      assert.ok(found >= exact && found <= exact * (1 + 1 / 127) + 1, `${found} for ${exact}`);
      assert.ok(found <= (sorted.at(-1) ?? 0) && found >= (sorted[0] ?? 0));
      assert.ok(histogram.atRankLow(rank) <= exact);
    }),
  );
});

test("a limit is never kept more often than it was", () => {
  fc.assert(
    fc.property(values, fc.nat(2 ** 31), (all, limit) => {
      const histogram = histogramOf(...all);
      const above = all.filter((us) => us > limit).length;
      assert.ok(histogram.countAbove(limit) >= above);
      assert.ok(histogram.countAbove(limit * (1 + 1 / 100) + 1) <= above, "and hardly less often");
      assert.equal(histogram.countAbove(limit) + histogram.countWithin(limit), all.length);
    }),
  );
});

test("histograms and slices add up, and what was added can be taken away", () => {
  fc.assert(
    fc.property(values, values, (some, more) => {
      const both = histogramOf(...some, ...more);
      const bySlice = histogramOf(...some);
      bySlice.add(histogramOf(...more).toSlice() ?? assert.fail());
      assert.deepEqual(bySlice.toSlice(), both.toSlice());
      both.subtract(histogramOf(...more));
      const [left, alone] = [both.toSlice(), histogramOf(...some).toSlice()];
      assert.deepEqual(left?.buckets, alone?.buckets);
      assert.equal(left?.sumUs, alone?.sumUs);
      assert.ok((left?.maxUs ?? 0) >= (alone?.maxUs ?? 0), "never less than what is left");
      assert.equal(left === null ? "gone" : sliceProblem({ ...left, minUs: alone?.minUs ?? 0 }), null);
    }),
  );
});

test("a slice is the histogram again", () => {
  const histogram = histogramOf(3, 3, 900, 1_000_000);
  const slice = histogram.toSlice();
  assert.deepEqual(slice, {
    count: 4,
    sumUs: 1_000_906,
    minUs: 3,
    maxUs: 1_000_000,
    buckets: [3, 2, 481, 1, 1780, 1],
  });
  const again = LogHistogram.ofSlice(JSON.parse(JSON.stringify(slice)));
  assert.deepEqual(again.summary(), histogram.summary());
  assert.equal(LogHistogram.ofSlice(null).count, 0);
});

test("more than an hour is kept as what it was at most", () => {
  const histogram = histogramOf(HISTOGRAM_MAX_US, HISTOGRAM_MAX_US + 1, 2 ** 45);
  assert.equal(histogram.beyondMax, 2);
  assert.equal(histogram.quantile(1), 2 ** 45);
  assert.equal(histogram.quantile(0.34), 2 ** 45, "of a time beyond an hour only the largest is known");
  assert.equal(histogram.countAbove(HISTOGRAM_MAX_US), 3, "the bucket of the hour reaches beyond it");
  assert.equal(LogHistogram.ofSlice(histogram.toSlice()).beyondMax, 2);
});

test("what is no time is refused, a fraction is cut off", () => {
  const histogram = new LogHistogram();
  for (const us of [-1, Number.NaN, Number.NEGATIVE_INFINITY]) assert.throws(() => histogram.record(us), RangeError);
  histogram.record(7.9);
  histogram.record(2 ** 33 + 0.5, 2);
  assert.deepEqual([histogram.count, histogram.minUs, histogram.maxUs], [3, 7, 2 ** 33]);
  for (const q of [-0.1, 1.1, Number.NaN]) assert.throws(() => histogram.quantile(q), RangeError);
});

test("more cannot be taken away than is there", () => {
  const histogram = histogramOf(5);
  histogram.subtract(histogramOf(5));
  assert.equal(histogram.toSlice(), null);
  assert.throws(() => histogramOf(5).subtract(histogramOf(5, 5)), RangeError);
});

test("a share that is a whole number of values has that rank, whatever the product's rounding", () => {
  assert.deepEqual(
    [
      [0.07, 100],
      [0.29, 100],
      [0.99, 1000],
      [0.999, 1000],
      [0, 5],
      [1, 5],
    ].map(([q = 0, count = 0]) => nearestRank(q, count)),
    [7, 29, 990, 999, 1, 5],
  );
});

test("a summary is in milliseconds", () => {
  const histogram = new LogHistogram();
  for (let us = 1; us <= 200; us += 1) histogram.record(us);
  assert.deepEqual(histogram.summary(), {
    count: 200,
    min: 0.001,
    mean: 0.101,
    p50: 0.1,
    p90: 0.18,
    p95: 0.19,
    p99: 0.198,
    p999: 0.2,
    max: 0.2,
  });
  histogram.clear();
  assert.equal(histogram.summary(), null);
});
