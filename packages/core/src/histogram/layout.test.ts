import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bucketHigh, bucketLow, bucketOf, HISTOGRAM_BUCKETS, HISTOGRAM_MAX_US, OVERFLOW_BUCKET } from "./layout.ts";

test("buckets follow one another without a gap and find themselves again", () => {
  for (let index = 0; index < OVERFLOW_BUCKET; index += 1) {
    assert.equal(bucketOf(bucketLow(index)), index);
    if (bucketHigh(index) <= HISTOGRAM_MAX_US) assert.equal(bucketOf(bucketHigh(index)), index);
    if (index > 0) assert.equal(bucketLow(index), bucketHigh(index - 1) + 1);
  }
});

test("below 256 us every value has its own bucket, above it one is at most 1/128 wide", () => {
  for (let us = 0; us < 256; us += 1) assert.deepEqual([bucketLow(us), bucketHigh(us)], [us, us]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: HISTOGRAM_MAX_US }), (us) => {
      const index = bucketOf(us);
      const [low, high] = [bucketLow(index), bucketHigh(index)];
      assert.ok(low <= us && us <= high, `${us} in ${low} to ${high}`);
      assert.ok(high - low < Math.max(1, low / 127), `${low} to ${high}`);
    }),
  );
});

test("an hour has a bucket, longer has the last one", () => {
  assert.equal(bucketOf(HISTOGRAM_MAX_US), OVERFLOW_BUCKET - 1);
  for (const us of [HISTOGRAM_MAX_US + 1, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER])
    assert.equal(bucketOf(us), OVERFLOW_BUCKET);
  assert.equal(bucketHigh(OVERFLOW_BUCKET), Number.POSITIVE_INFINITY);
  assert.equal(HISTOGRAM_BUCKETS, 3288);
});
