import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "./log-histogram.ts";
import { sliceDifference } from "./slice-difference.ts";
import { sliceProblem } from "./slice-problem.ts";
import type { HistogramSlice } from "./slice.ts";

function slice(all: readonly number[]): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram.toSlice();
}

test("what is left has the buckets of what was not taken, and extremes at least as far out", () => {
  const values = fc.array(fc.nat(3_000_000), { maxLength: 20 });
  fc.assert(
    fc.property(values, values, (kept, taken) => {
      const left = sliceDifference(slice([...kept, ...taken]), slice(taken));
      const alone = slice(kept);
      assert.deepEqual(left?.buckets, alone?.buckets);
      if (left === null || alone === null) return;
      assert.deepEqual([left.count, left.sumUs], [alone.count, alone.sumUs]);
      assert.ok(left.minUs <= alone.minUs && left.maxUs >= alone.maxUs);
      assert.equal(sliceProblem(left), null);
    }),
  );
});

test("without a part the whole is left, and more cannot be taken than is there", () => {
  const whole = slice([5, 9]);
  assert.equal(sliceDifference(whole, null), whole);
  assert.equal(sliceDifference(null, whole), null);
  assert.equal(sliceDifference(slice([5]), slice([5, 5, 7])), null);
});
