import assert from "node:assert/strict";
import { test } from "node:test";
import { LogHistogram } from "@holdpoint/core";
import { loadSlice as slice } from "@holdpoint/testkit";
import { SeriesCell, taken } from "./series-cell.ts";

const HOME = { of: "endpoint", name: "home" } as const;

test("what is sealed is the second as it was, and the next one begins empty", () => {
  const cell = new SeriesCell(HOME);
  assert.equal(cell.isTouched, false);
  cell.due += 3;
  cell.sent += 2;
  cell.succeeded(1000, 400);
  cell.failedAfter(9000, 8000);
  cell.dropped += 1;
  assert.equal(cell.isTouched, true);
  assert.deepEqual(cell.seal(7, 5, slice(2)), {
    series: HOME,
    second: 7,
    due: 3,
    sent: 2,
    completed: 1,
    failed: 1,
    dropped: 1,
    queued: 5,
    response: slice(1000, 9000),
    service: slice(400, 8000),
    failedResponse: slice(9000),
    failedService: slice(8000),
    lag: slice(2),
  });
  assert.equal(cell.isTouched, false);
  const empty = cell.seal(8, 0, null);
  assert.deepEqual([empty.due, empty.sent, empty.completed, empty.failed, empty.dropped], [0, 0, 0, 0, 0]);
  assert.deepEqual(
    [empty.response, empty.service, empty.failedResponse, empty.failedService],
    [null, null, null, null],
  );
});

test("a histogram that was taken is empty; one that was not there holds nothing", () => {
  const histogram = new LogHistogram();
  histogram.record(5);
  assert.deepEqual(taken(histogram), slice(5));
  assert.equal(histogram.count, 0);
  assert.equal(taken(histogram), null);
  assert.equal(taken(null), null);
});
