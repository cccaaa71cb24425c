import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSecond as second, loadSlice as slice, runSecond as workerSecond } from "@holdpoint/testkit";
import { mergeSeconds } from "./merge-seconds.ts";

test("seconds of several workers add up, slice by slice", () => {
  const one = second(3, [10, 20], { queued: 1, lag: slice(1), failed: 1, failedResponse: slice(20) });
  const other = second(3, [300], { queued: 2, dropped: 4 });
  const merged = mergeSeconds([
    workerSecond(3, [one], { failures: [["reset", 1]], checksPassed: [["a", 2]] }),
    workerSecond(3, [other], {
      failures: [
        ["dns", 1],
        ["reset", 2],
      ],
      started: 9,
    }),
  ]);
  const [run] = merged.series;
  assert.deepEqual([merged.second, merged.started], [3, 11]);
  assert.deepEqual([run?.due, run?.completed, run?.failed, run?.dropped, run?.queued], [3, 3, 1, 4, 3]);
  assert.deepEqual(run?.response, slice(10, 20, 300));
  assert.deepEqual(run?.failedResponse, slice(20));
  assert.deepEqual(run?.lag, slice(1));
  assert.equal(run?.failedService, null);
  assert.deepEqual(merged.failures, [
    ["dns", 1],
    ["reset", 3],
  ]);
  assert.deepEqual(merged.checksPassed, [["a", 2]]);
});

test("one worker's second is handed on as it is; seconds of different runs are not mixed", () => {
  const only = workerSecond(0, [second(0, [5])]);
  assert.equal(mergeSeconds([only]), only);
  assert.throws(() => mergeSeconds([]), RangeError);
  assert.throws(() => mergeSeconds([only, workerSecond(1, [second(1)])]), RangeError);
  assert.throws(() => mergeSeconds([only, workerSecond(0, [])]), RangeError);
});
