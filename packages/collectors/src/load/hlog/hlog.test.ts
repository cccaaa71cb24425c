import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import type { HlogInterval } from "@holdpoint/core";
import { LogHistogram, writeHlog } from "@holdpoint/core";
import { codes, fixture, read, refusal } from "../testing.test.ts";

const OWN = fixture("hlog/own.hlog").toString();

function interval(startS: number, tag: string | null, ...us: readonly number[]): HlogInterval {
  const histogram = new LogHistogram();
  for (const one of us) histogram.record(one);
  return { tag, startS, lengthS: 1, slice: histogram.toSlice() };
}

const log = (...intervals: readonly HlogInterval[]): string =>
  writeHlog({ startTimeS: 1_717_236_000, intervals }, (bytes) => deflateSync(bytes));

test("our own log: the service time is the one with the tag", () => {
  const { reasons, series, service, windows } = read(OWN).body;
  assert.deepEqual([service?.count, service?.max], [80, 8.191]);
  assert.deepEqual(
    series.map(({ name, of }) => [of, name]),
    [
      ["run", ""],
      ["tag", "service"],
    ],
  );
  assert.deepEqual(
    windows.map(({ sent }) => sent),
    [20, 20, 20, 20],
  );
  assert.match(reasons[0]?.text ?? "", /not how many requests failed/);
});

test("a log without tags is a run, one with tags only their sum, one with both counts once", () => {
  const counts = (...intervals: readonly HlogInterval[]): unknown => {
    const { reasons, sent, windows } = read(log(...intervals)).body;
    return [sent, windows.length, reasons.length];
  };
  assert.deepEqual(counts(interval(0, null, 1000, 2000), interval(1, null, 3000)), [3, 2, 1]);
  assert.deepEqual(counts(interval(0, "a", 1000), interval(0, "b", 2000)), [2, 0, 1]);
  assert.deepEqual(counts(interval(0, null, 1000, 2000), interval(0, "a", 1000), interval(0, "b", 2000)), [2, 1, 1]);
  assert.deepEqual(counts(interval(0, null, 1000, 2000), interval(0, "a", 1000)), [2, 1, 2]);
});

test("gaps between intervals leave no windows", () => {
  assert.deepEqual(read(log(interval(0, null, 1000), interval(5, null, 1000))).body.windows, []);
});

test("the unit is told by the column of maxima, or the log is refused", () => {
  const micro = log(interval(0, null, 2_000_000));
  const maxMs = (column: string): string => micro.replace(",2000.000,", `,${column},`);
  const largest = (source: string): number => read(source).body.service?.max ?? 0;
  // A bucket of two digits is known to a hundredth.
  const isNear = (ms: number, wanted: number): boolean => ms >= wanted && ms <= wanted * 1.01;
  assert.ok(isNear(largest(micro), 2000));
  assert.ok(isNear(largest(maxMs("2.000")), 2), "nanoseconds");
  assert.ok(isNear(largest(log(interval(0, null, 2000)).replace(",2.000,", ",2000.000,")), 2000), "milliseconds");
  assert.equal(refusal(maxMs("77.000")), "HP-READ-SYNTAX 1:1");
});

test("a cut line, a broken histogram and a log of nothing are refused or no pass", () => {
  assert.equal(refusal(OWN.trimEnd()), "HP-READ-TRUNCATED 11:-");
  assert.equal(refusal(OWN.replace("HISTFAAAAEd4", "HISTFAAAAEd5")), "HP-READ-SYNTAX 4:-");
  assert.equal(refusal(OWN.split("\n").slice(0, 3).join("\n") + "\n"), "HP-READ-EMPTY 1:-");
  assert.ok(codes(read(log(interval(0, null))).body).includes("no-samples"));
});
