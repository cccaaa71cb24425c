import assert from "node:assert/strict";
import { test } from "node:test";
import { READINGS_MAX, ResourceLog } from "./resource-log.ts";

test("each resource has a series of its own, in bytes or counts", () => {
  const log = new ResourceLog();
  log.add(0, { rss: 100, heap: 50, descriptors: 3, handles: 2 });
  log.add(250, { rss: 110, heap: 60, descriptors: 3, handles: 2 });
  const series = log.series();
  assert.deepEqual(
    series.map(({ resource, unit }) => [resource, unit]),
    [
      ["rss", "bytes"],
      ["heap", "bytes"],
      ["descriptors", "count"],
      ["handles", "count"],
    ],
  );
  assert.deepEqual(series[0]?.points, [
    [0, 100],
    [250, 110],
  ]);
});

test("what could not be read is counted and never a value", () => {
  const log = new ResourceLog();
  log.add(0, { rss: 1, heap: null, descriptors: Number.NaN, handles: Number.POSITIVE_INFINITY });
  log.add(1, { rss: 0, heap: null, descriptors: 2, handles: null });
  const unreadable = Object.fromEntries(log.series().map((one) => [one.resource, one.unreadable]));
  assert.deepEqual(unreadable, { rss: 0, heap: 2, descriptors: 1, handles: 2 });
  assert.deepEqual(log.series()[1]?.points, []);
});

test("it keeps no more than it is made for", () => {
  const log = new ResourceLog();
  const reading = { rss: 1, heap: null, descriptors: null, handles: null };
  for (let count = 0; count < READINGS_MAX; count += 1) log.add(count, reading);
  assert.throws(() => log.add(READINGS_MAX, reading), RangeError);
});
