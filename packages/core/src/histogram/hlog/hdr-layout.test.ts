import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketHigh, bucketOf, HISTOGRAM_MAX_US, OVERFLOW_BUCKET } from "../layout.ts";
import { HDR_DIGITS_MAX, hdrBuckets, hdrHigh } from "./hdr-layout.ts";

test("two digits from 1 are our own layout, bucket by bucket", () => {
  const ours = { digits: 2, lowest: 1, highest: HISTOGRAM_MAX_US };
  for (let index = 0; index < OVERFLOW_BUCKET; index += 1) assert.equal(hdrHigh(ours, index), bucketHigh(index));
  assert.ok(hdrBuckets(ours) > bucketOf(HISTOGRAM_MAX_US), "its own largest value has a bucket");
});

test("buckets follow one another without a gap, and are as fine as their digits say", () => {
  for (let digits = 0; digits <= HDR_DIGITS_MAX; digits += 1) {
    const layout = { digits, lowest: 1, highest: 3_600_000_000 };
    let low = 0;
    for (let index = 0; index < Math.min(hdrBuckets(layout), 20_000); index += 1) {
      const high = hdrHigh(layout, index);
      assert.ok(high >= low, `${digits} digits: bucket ${index} ends at ${high}, begins at ${low}`);
      assert.ok(high - low <= low / 10 ** digits, `${digits} digits: bucket ${index} is ${low} to ${high}`);
      low = high + 1;
    }
  }
});

test("the number of buckets is that of the published layout", () => {
  // HdrHistogram's countsArrayLength: (buckets + 1) x half of the sub-buckets; 1 hour in us, 3 digits: 22 + 1, 1024.
  assert.equal(hdrBuckets({ digits: 3, lowest: 1, highest: 3_600_000_000 }), 23 * 1024);
  assert.equal(hdrBuckets({ digits: 2, lowest: 1, highest: 255 }), 256, "one bucket of 256 sub-buckets");
  assert.equal(hdrBuckets({ digits: 2, lowest: 1, highest: 256 }), 384, "and half as many for the next octave");
});

test("a lowest value above 1 makes every bucket that much wider", () => {
  for (const index of [0, 1, 255, 256, 1000]) {
    const fine = hdrHigh({ digits: 2, lowest: 1, highest: 1e9 }, index);
    assert.equal(hdrHigh({ digits: 2, lowest: 1024, highest: 1e12 }, index), (fine + 1) * 1024 - 1);
    assert.equal(hdrHigh({ digits: 2, lowest: 1500, highest: 1e12 }, index), (fine + 1) * 1024 - 1, "rounded down");
  }
});

test("an end beyond what a number holds is infinite, never a wrong number", () => {
  const widest = { digits: 2, lowest: 1, highest: 2 ** 62 };
  const ends = Array.from({ length: hdrBuckets(widest) }, (_, index) => hdrHigh(widest, index));
  assert.ok(ends.every((end) => end === Number.POSITIVE_INFINITY || Number.isSafeInteger(end)));
  assert.equal(ends.at(-1), Number.POSITIVE_INFINITY);
});
