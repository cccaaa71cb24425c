import assert from "node:assert/strict";
import { test } from "node:test";
import { aligned } from "./aligned.ts";
import { evenSeries } from "./even-series.ts";

const at = (...times: readonly number[]): { atMs: number; value: number }[] =>
  times.map((atMs) => ({ atMs, value: atMs }));

test("a gap in time is a value that is missing, for each that would have fit", () => {
  assert.deepEqual(evenSeries(at(0, 10, 20, 50, 60)), { values: [0, 10, 20, null, null, 50, 60], stepMs: 10 });
  const jitter = evenSeries(at(0, 11, 20, 31, 40));
  assert.deepEqual(jitter?.values, [0, 11, 20, 31, 40], "a scrape that comes a little late is none");
});

test("one value has no distance, and none at all is an empty series", () => {
  assert.deepEqual(evenSeries(at(5)), { values: [5], stepMs: null });
  assert.deepEqual(evenSeries([]), { values: [], stepMs: null });
});

test("a gap without end is refused before it is filled", () => {
  assert.equal(evenSeries(at(0, 1, 2, 3, 1e12)), null);
});

test("a canary that died halfway lacks the rest", () => {
  const long = { values: [1, 2, 3, 4], stepMs: 1000 };
  const short = { values: [1, 2], stepMs: null };
  assert.deepEqual(aligned(long, short), { baseline: [1, 2, 3, 4], canary: [1, 2, null, null] });
  assert.deepEqual(aligned(short, long), { baseline: [1, 2, null, null], canary: [1, 2, 3, 4] });
});

test("values that are unequally far apart are not laid side by side", () => {
  const of = (stepMs: number): { values: number[]; stepMs: number } => ({ values: [1], stepMs });
  assert.equal(aligned(of(1000), of(15_000)), "a value every 1000 ms in the baseline, every 15000 ms in the candidate");
  assert.equal(typeof aligned(of(1000), of(1050)), "object");
});
