import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "../histogram/log-histogram.ts";
import type { HistogramSlice } from "../histogram/slice.ts";
import { ROLLING_WINDOW_SLICES_MAX, RollingWindow } from "./rolling-window.ts";

function slice(...all: readonly number[]): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram.toSlice();
}

test("a window is at every step what its slices are together, extremes and all", () => {
  const seconds = fc.array(fc.array(fc.nat(3_000_000), { maxLength: 6 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: 1, max: 8 }), (all, size) => {
      const window = new RollingWindow(size);
      for (const [at, second] of all.entries()) {
        window.push(slice(...second));
        const expected = LogHistogram.ofSlice(slice(...all.slice(Math.max(0, at + 1 - size), at + 1).flat()));
        assert.deepEqual(window.total.toSlice(), expected.toSlice());
        assert.deepEqual(window.summary(), expected.summary());
        assert.equal(window.isFull, at + 1 >= size);
      }
    }),
  );
});

test("what left the window no longer counts", () => {
  const window = new RollingWindow(2);
  window.push(slice(1_000_000));
  window.push(slice(10));
  assert.equal(window.summary()?.max, 1000);
  window.push(slice(20));
  assert.equal(window.summary()?.max, 0.02);
  window.push(null);
  window.push(null);
  assert.equal(window.summary(), null);
});

test("a window has a size, and a bound", () => {
  for (const size of [0, -1, 1.5, Number.NaN, ROLLING_WINDOW_SLICES_MAX + 1])
    assert.throws(() => new RollingWindow(size), RangeError);
});
