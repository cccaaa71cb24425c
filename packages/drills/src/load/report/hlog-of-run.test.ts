import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, inflateSync } from "node:zlib";
import { LogHistogram, readHlog, writeHlog } from "@holdpoint/core";
import { loadSecond as second, loadSlice as slice } from "@holdpoint/testkit";
import { hlogIntervals } from "./hlog-of-run.ts";

const HOME = { of: "endpoint", name: "home" } as const;

test("both clocks of each series under their tags; a second of nothing leaves no interval", () => {
  const intervals = hlogIntervals([second(4, [10], { service: slice(3) }), second(4, [10], { series: HOME })]);
  assert.deepEqual(
    intervals.map(({ tag, startS, lengthS }) => [tag, startS, lengthS]),
    [
      ["response", 4, 1],
      ["service", 4, 1],
      ["response:endpoint:home", 4, 1],
      ["service:endpoint:home", 4, 1],
    ],
  );
  assert.deepEqual(intervals[1]?.slice, slice(3));
  assert.deepEqual(hlogIntervals([second(5)]), []);
});

test("what a log says is what was measured", () => {
  const times = Array.from({ length: 500 }, (_, index) => (index * index * 37) % 900_000);
  const intervals = hlogIntervals([second(0, times)]);
  const text = writeHlog({ startTimeS: 1, intervals }, (bytes) => deflateSync(bytes));
  const read = readHlog(text, { file: "run.hlog", unitUs: 1, inflate: (bytes) => inflateSync(bytes) });
  const response = read.intervals.find(({ tag }) => tag === "response");
  const wanted = LogHistogram.ofSlice(slice(...times));
  const got = LogHistogram.ofSlice(response?.slice ?? null);
  assert.equal(got.count, wanted.count);
  for (const q of [0.5, 0.9, 0.99]) assert.equal(got.quantile(q), wanted.quantile(q));
});
