import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countAbove } from "./count-above.ts";
import { LogHistogram } from "./log-histogram.ts";
import { sliceProblem } from "./slice-problem.ts";
import type { HistogramSlice } from "./slice.ts";

const SOUND: HistogramSlice = { count: 3, sumUs: 912, minUs: 3, maxUs: 906, buckets: [3, 2, 482, 1] };

function recorded(all: readonly number[]): LogHistogram {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram;
}

test("what a histogram leaves behind is sound, and counts above a limit as the histogram does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000_000), { minLength: 1 }), fc.nat(5_000_000), (all, limit) => {
      const histogram = recorded(all);
      const slice = histogram.toSlice() ?? assert.fail();
      assert.equal(sliceProblem(slice), null);
      assert.equal(countAbove(slice, limit), histogram.countAbove(limit));
    }),
  );
  assert.equal(countAbove(null, 0), 0);
});

test("every way in which a slice contradicts itself is told", () => {
  const harms: readonly (readonly [Partial<HistogramSlice>, RegExp])[] = [
    [{ count: 0 }, /whole numbers/],
    [{ count: 1.5 }, /whole numbers/],
    [{ sumUs: -1 }, /whole numbers/],
    [{ count: 4 }, /hold 3 of 4/],
    [{ buckets: [] }, /pairs/],
    [{ buckets: [3, 2, 482] }, /pairs/],
    [{ buckets: [482, 1, 3, 2] }, /no bucket after 482/],
    [{ buckets: [3, 1, 3, 2] }, /no bucket after 3/],
    [{ buckets: [3, 2, 4000, 1] }, /no bucket/],
    [{ buckets: [3, 3, 482, 0] }, /holds 0/],
    [{ minUs: 4 }, /extremes/],
    [{ maxUs: 5000 }, /extremes/],
    [{ sumUs: 8 }, /sum/],
    [{ sumUs: 2719 }, /sum/],
  ];
  assert.equal(sliceProblem(SOUND), null);
  for (const [harm, problem] of harms) assert.match(sliceProblem({ ...SOUND, ...harm }) ?? "sound", problem);
});
