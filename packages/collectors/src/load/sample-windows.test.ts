import assert from "node:assert/strict";
import { test } from "node:test";
import { SampleWindows } from "./sample-windows.ts";

const HOUR_MS = 3_600_000;

function windowsOf(
  ...samples: readonly (readonly [endMs: number, durationMs: number, failure?: string])[]
): SampleWindows {
  const windows = new SampleWindows();
  for (const [endMs, durationMs, failure = null] of samples)
    windows.add({ endMs, durationMs, failure, endpoint: null });
  return windows;
}
const counts = (windows: SampleWindows): unknown =>
  windows.finish().map((one) => [one.startMs, one.sizeMs, one.completed, one.failed, one.dropped]);

test("without a sample there is neither a window nor a time", () => {
  assert.deepEqual([windowsOf().finish(), windowsOf().durationMs], [[], 0]);
});

test("windows begin with the first send, and a request is in that in which it ended", () => {
  const windows = windowsOf([1_000_500, 500], [1_000_999, 1], [1_001_000, 1, "reset"]);
  assert.deepEqual(counts(windows), [
    [0, 1000, 2, 0, 0],
    [1000, 1000, 0, 1, 0],
  ]);
  assert.equal(windows.durationMs, 1000);
});

test("what was sent earlier than the first that ended moves the beginning by whole windows", () => {
  const windows = windowsOf([10_000, 0], [10_100, 1_500]);
  assert.deepEqual(counts(windows), [
    [0, 1000, 0, 0, 0],
    [1000, 1000, 0, 0, 0],
    [2000, 1000, 2, 0, 0],
  ]);
  assert.equal(windows.durationMs, 1500);
});

test("600 seconds are windows of a second, one more makes them twice as large", () => {
  const last = (endMs: number): unknown => {
    const found = windowsOf([0, 0], [endMs, 0]).finish();
    return [found.length, found[0]?.sizeMs, found.at(-1)?.startMs, found.at(-1)?.sent];
  };
  assert.deepEqual(last(599_999), [600, 1000, 599_000, 1]);
  assert.deepEqual(last(600_000), [301, 2000, 600_000, 1]);
  assert.deepEqual(last(1_200_000), [301, 4000, 1_200_000, 1]);
});

test("windows that become larger keep every request, drop and time", () => {
  const windows = windowsOf([0, 0], [1_000, 5, "reset"], [2_000, 7]);
  windows.drop(1_500, 3);
  windows.add({ endMs: HOUR_MS, durationMs: 9, failure: null, endpoint: null });
  const [first, ...others] = windows.finish();
  assert.deepEqual([first?.sizeMs, first?.completed, first?.failed, first?.dropped], [8000, 2, 1, 3]);
  assert.deepEqual([first?.service?.count, first?.service?.min, first?.service?.max], [3, 0, 7]);
  assert.deepEqual([others.length, others.at(-1)?.completed], [450, 1]);
});

test("an empty window has no times", () => {
  const [, gap] = windowsOf([0, 0], [2_000, 0]).finish();
  assert.deepEqual([gap?.sent, gap?.service, gap?.response, gap?.lagMax], [0, null, null, null]);
});

test("what was given up alone has a window and no duration", () => {
  const windows = new SampleWindows();
  windows.drop(5_000, 2);
  windows.drop(6_000, 1);
  assert.deepEqual(
    [counts(windows), windows.durationMs],
    [
      [
        [0, 1000, 0, 0, 2],
        [1000, 1000, 0, 0, 1],
      ],
      0,
    ],
  );
});
