import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countAbove } from "./count-above.ts";
import { bucketHigh, bucketOf, HISTOGRAM_MAX_US } from "./layout.ts";
import { LogHistogram } from "./log-histogram.ts";

function histogramOf(all: readonly number[]): LogHistogram {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram;
}

test("a slice counts as the histogram does of which it is", () => {
  const values = fc.array(fc.oneof(fc.nat(400), fc.nat(HISTOGRAM_MAX_US), fc.constant(2 ** 40)));
  fc.assert(
    fc.property(values, fc.oneof(fc.nat(400), fc.nat(HISTOGRAM_MAX_US)), fc.boolean(), (all, any, isAtEnd) => {
      const us = isAtEnd ? bucketHigh(bucketOf(Math.min(all[0] ?? 0, HISTOGRAM_MAX_US))) : any;
      const histogram = histogramOf(all);
      assert.equal(countAbove(histogram.toSlice(), us), histogram.countAbove(us));
    }),
  );
});

test("never fewer than there are, and no more than share a bucket with the limit", () => {
  const near = fc.integer({ min: 290_000, max: 310_000 });
  fc.assert(
    fc.property(fc.array(near), near, (all, us) => {
      const counted = countAbove(histogramOf(all).toSlice(), us);
      assert.ok(counted >= all.filter((one) => one > us).length);
      assert.ok(counted <= all.filter((one) => one > us * (1 - 1 / 128)).length);
    }),
  );
});

test("a limit is kept exactly where the largest of all is known", () => {
  // 300,000 lies within its bucket, 299,008 to 301,055: only the maximum says that none took longer.
  assert.equal(countAbove(histogramOf([300_000, 300_000]).toSlice(), 300_000), 0);
  assert.equal(countAbove(histogramOf([300_000, 300_001]).toSlice(), 300_000), 2, "a bucket across counts whole");
  assert.equal(countAbove(null, 0), 0);
  assert.equal(countAbove(histogramOf([2 ** 40]).toSlice(), HISTOGRAM_MAX_US), 1, "beyond an hour is never lost");
});
