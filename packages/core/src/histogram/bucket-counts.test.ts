import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BucketCounts } from "./bucket-counts.ts";
import { bucketHigh, bucketOf, HISTOGRAM_BUCKETS, HISTOGRAM_MAX_US, OVERFLOW_BUCKET } from "./layout.ts";

function countsOf(all: readonly number[]): BucketCounts {
  const counts = new BucketCounts();
  counts.addSparse(
    all.flatMap((us) => [bucketOf(us), 1]),
    1,
  );
  return counts;
}

const values = fc.array(fc.oneof(fc.nat(400), fc.nat(HISTOGRAM_MAX_US), fc.constant(HISTOGRAM_MAX_US + 1)), {
  minLength: 1,
});

test("the value of a rank lies in the bucket of the sorted value", () => {
  fc.assert(
    fc.property(values, (all) => {
      const counts = countsOf(all);
      const sorted = all.toSorted((a, b) => a - b);
      for (const [at, us] of sorted.entries()) assert.equal(counts.bucketAt(at + 1), bucketOf(us));
      assert.equal(counts.bucketAt(all.length + 1), HISTOGRAM_BUCKETS - 1, "beyond the total is the last");
    }),
  );
});

test("up to a limit counts what lies wholly at or below it", () => {
  fc.assert(
    fc.property(values, fc.nat(HISTOGRAM_MAX_US), fc.boolean(), (all, any, isAtEnd) => {
      const limit = isAtEnd ? Math.min(bucketHigh(bucketOf(all[0] ?? 0)), HISTOGRAM_MAX_US) : any;
      const expected = all.filter((us) => bucketHigh(bucketOf(us)) <= limit).length;
      assert.equal(countsOf(all).countUpTo(limit), expected);
    }),
  );
  assert.equal(countsOf([HISTOGRAM_MAX_US + 1]).countUpTo(Number.MAX_SAFE_INTEGER), 0, "beyond an hour has no end");
});

test("sparse pairs hold every bucket of their span once, by rising index", () => {
  fc.assert(
    fc.property(values, (all) => {
      const counts = countsOf(all);
      const pairs = counts.sparse(counts.first(), counts.last());
      const indexes = pairs.filter((_, at) => at % 2 === 0);
      assert.deepEqual(
        indexes,
        [...new Set(all.map(bucketOf))].toSorted((a, b) => a - b),
      );
      const again = new BucketCounts();
      again.addSparse(pairs, 1);
      assert.deepEqual(again.counts, counts.counts);
    }),
  );
});

test("first and last are the ends of what is held, and -1 of nothing", () => {
  const counts = countsOf([7, 300, HISTOGRAM_MAX_US + 1]);
  assert.deepEqual([counts.first(), counts.last()], [7, OVERFLOW_BUCKET]);
  const empty = new BucketCounts();
  assert.deepEqual([empty.first(), empty.last(), empty.countUpTo(HISTOGRAM_MAX_US)], [-1, -1, 0]);
});

test("what was added and taken away again leaves nothing behind", () => {
  fc.assert(
    fc.property(values, values, (kept, gone) => {
      const counts = countsOf(kept);
      counts.addAll(countsOf(gone), 1);
      counts.addAll(countsOf(gone), -1);
      assert.deepEqual(counts.counts, countsOf(kept).counts);
    }),
  );
});
