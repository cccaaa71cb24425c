import assert from "node:assert/strict";
import { test } from "node:test";
import { LOAD_METRICS } from "./load-metrics.ts";
import { LoadSlices } from "./load-slices.ts";
import { header, runSecond } from "./testing-canary.ts";

test("a slice is what its seconds come to; the drain belongs to none, and a second without an answer is missing", () => {
  const slices = new LoadSlices(header(4), null);
  const seconds = [
    runSecond(0, [10, 20]),
    runSecond(1, []),
    runSecond(2, [30], { failed: 1, dropped: 2 }),
    runSecond(3, [5]),
  ];
  for (const one of [...seconds, runSecond(4, [9999])]) slices.take(one);
  const { series, reasons, kind } = slices.source("valid", []);
  assert.deepEqual([kind, reasons], ["load", ["5 requests ended, 100 are needed"]]);
  const max = series("response.max")?.values.map((value) => (value === null ? null : Math.round(value)));
  assert.deepEqual(max, [20, null, 30, 5]);
  assert.deepEqual(series("failed")?.values, [0, null, 75, 0]);
  assert.deepEqual(series("succeeded"), { values: [2, 0, 1, 1], stepMs: 1000 });
  assert.equal(series("response.p42"), null);
});

test("longer slices take several seconds together, and what the file lacks is missing", () => {
  const slices = new LoadSlices(header(6), 2);
  for (let at = 0; at < 4; at += 1) slices.take(runSecond(at, [10 * (at + 1)]));
  const values = slices.source("valid", []).series("service.max")?.values;
  assert.deepEqual(
    values?.map((value) => (value === null ? null : Math.round(value))),
    [20, 40, null],
  );
});

test("a run of a day is cut into slices that can be judged", () => {
  const day = new LoadSlices(header(86_400), null).source("valid", []).series("failed");
  assert.deepEqual([day?.values.length, day?.stepMs], [600, 144_000]);
});

test("a hundred requests are enough, in however few slices", () => {
  const slices = new LoadSlices(header(1), null);
  slices.take(
    runSecond(
      0,
      Array.from({ length: 100 }, () => 5),
    ),
  );
  assert.deepEqual(slices.source("valid", []).reasons, []);
});

test("an invalid run says why nothing is judged by it", () => {
  const { reasons } = new LoadSlices(header(4), null).source("invalid", [{ code: "lag", text: "it was late" }]);
  assert.deepEqual(reasons, ["the run is invalid: it was late"]);
});

test("every metric has a sense, and nothing measured is nothing told", () => {
  const empty = { response: null, service: null, completed: 0, failed: 0, dropped: 0, durationMs: 0 };
  for (const [id, metric] of LOAD_METRICS) assert.equal(metric.of(empty), null, id);
  assert.equal(LOAD_METRICS.size, 16);
});
