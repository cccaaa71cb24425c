import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { LogHistogram, readHlog } from "@holdpoint/core";
import { HlogText } from "./hlog-text.ts";

function sliceOf(...values: readonly number[]): ReturnType<LogHistogram["toSlice"]> {
  const histogram = new LogHistogram();
  for (const us of values) histogram.record(us);
  return histogram.toSlice();
}

test("what is written is read back: an interval a second and clock, nothing lost, a silent second too", () => {
  const hlog = new HlogText(1_700_000_000_500);
  const seconds = [
    { second: 0, response: sliceOf(900, 1100, 250_000), service: sliceOf(800) },
    { second: 1, response: null, service: null },
    { second: 2, response: sliceOf(5), service: sliceOf(4) },
  ];
  for (const second of seconds) hlog.take(second);
  const { startTimeS, intervals } = readHlog(hlog.text, {
    file: "a.hlog",
    unitUs: 1,
    inflate: (bytes) => inflateSync(bytes),
  });
  assert.equal(startTimeS, 1_700_000_000.5);
  assert.deepEqual(
    intervals.map(({ tag, startS, lengthS }) => [tag, startS, lengthS]),
    [0, 1, 2].flatMap((at) => [
      [null, at, 1],
      ["service", at, 1],
    ]),
  );
  assert.deepEqual(
    intervals.map(({ slice }) => slice?.count ?? 0),
    [3, 1, 0, 0, 1, 1],
  );
  assert.deepEqual(intervals[0]?.slice?.buckets, seconds[0]?.response?.buckets);
});

test("a run without a second is a log without intervals", () => {
  assert.equal(
    new HlogText(0).text
      .split("\n")
      .filter((line) => !/^[#"]/.test(line))
      .join(""),
    "",
  );
});
