import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { isHoldpointError } from "../../errors/holdpoint-error.ts";
import { LogHistogram } from "../log-histogram.ts";
import type { HistogramSlice } from "../slice.ts";
import type { HlogReading } from "./read-hlog.ts";
import { readHlog } from "./read-hlog.ts";
import { writeHlog } from "./write-hlog.ts";

const READING: HlogReading = {
  inflate: (bytes, sizeMax) => inflateSync(bytes, { maxOutputLength: sizeMax }),
  unitUs: 1,
  file: "run.hlog",
};

function slice(...all: readonly number[]): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram.toSlice();
}

const LOG = writeHlog(
  {
    startTimeS: 1_700_000_000.5,
    intervals: [
      { tag: null, startS: 0, lengthS: 1, slice: slice(1, 3, 3, 300) },
      { tag: "phase steady", startS: 1, lengthS: 1, slice: slice(255) },
      { tag: null, startS: 2, lengthS: 1, slice: null },
    ],
  },
  (bytes) => deflateSync(bytes),
);

test("a log is written in the format's own words", () => {
  const lines = LOG.split("\n");
  assert.deepEqual(lines.slice(0, 3), [
    "#[Histogram log format version 1.3]",
    "#[StartTime: 1700000000.500 (seconds since epoch), 2023-11-14T22:13:20.500Z]",
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
  ]);
  assert.match(lines[3] ?? "", /^0\.000,1\.000,0\.300,HISTFAAAA[A-Za-z0-9+/=]+$/);
  assert.match(lines[4] ?? "", /^Tag=phase_steady,1\.000,1\.000,0\.255,HISTFAAAA/);
  assert.deepEqual(lines.slice(6), [""]);
});

test("a log is read as it was written", () => {
  const { startTimeS, intervals } = readHlog(LOG, READING);
  assert.equal(startTimeS, 1_700_000_000.5);
  assert.deepEqual(intervals[1], { tag: "phase_steady", startS: 1, lengthS: 1, slice: slice(255) });
  assert.deepEqual(intervals[0]?.slice?.buckets, [1, 1, 3, 2, 278, 1]);
  assert.equal(intervals[2]?.slice, null);
});

test("times may count from the start, from a base, or from the epoch", () => {
  const [line = ""] = LOG.split("\n").slice(3);
  const startOf = (...lines: readonly string[]): number | undefined =>
    readHlog(lines.join("\n"), READING).intervals[0]?.startS;
  const start = "#[StartTime: 1000.000 (seconds since epoch), x]";
  assert.equal(startOf(start, line.replace("0.000,", "5.000,")), 5);
  assert.equal(startOf(start, line.replace("0.000,", "1005.250,")), 5.25);
  assert.equal(startOf(start, "#[BaseTime: 1002.000 (seconds since epoch)]", line.replace("0.000,", "3.000,")), 5);
  assert.equal(startOf("# a comment", "", line), 0);
});

test("what is wrong is told with its line", () => {
  const harmed = (from: string | RegExp, to: string): string => LOG.replace(from, to);
  const v1 = Buffer.from([0x1c, 0x84, 0x93, 0x02, 0, 0, 0, 0]).toString("base64");
  const short = Buffer.from([0x1c, 0x84, 0x93, 0x14, 0, 0, 1, 0]).toString("base64");
  const noise = Buffer.from([0x1c, 0x84, 0x93, 0x14, 0, 0, 0, 2, 7, 7]).toString("base64");
  const harms: readonly (readonly [string, string, number])[] = [
    ["", "HP-READ-EMPTY", 1],
    [LOG.split("\n").slice(0, 3).join("\n"), "HP-READ-EMPTY", 1],
    [harmed("0.000,1.000", "soon,1.000"), "HP-READ-SYNTAX", 4],
    [harmed("HISTF", "HIST-"), "HP-READ-SYNTAX", 4],
    [harmed(/Tag=.*/, "Tag=a,1,1,1,AAAA"), "HP-READ-TRUNCATED", 5],
    [harmed(/Tag=.*/, `Tag=a,1,1,1,${v1}`), "HP-READ-NOT-THE-FORMAT", 5],
    [harmed(/Tag=.*/, `Tag=a,1,1,1,${short}`), "HP-READ-TRUNCATED", 5],
    [harmed(/Tag=.*/, `Tag=a,1,1,1,${noise}`), "HP-READ-SYNTAX", 5],
    [harmed(/Tag=.*/, "x".repeat(1_000_001)), "HP-READ-TOO-LARGE", 5],
  ];
  for (const [text, code, line] of harms)
    assert.throws(() => readHlog(text, READING), { code, place: { file: "run.hlog", line } }, text.slice(0, 200));
});

test("a histogram that unfolds beyond the bound is refused", () => {
  const bomb = deflateSync(Buffer.alloc(5_000_000));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(0x1c849314, 0);
  head.writeInt32BE(bomb.length, 4);
  const text = `0,1,1,${Buffer.concat([head, bomb]).toString("base64")}`;
  assert.throws(() => readHlog(text, READING), { code: "HP-READ-SYNTAX", message: /decompressed/ });
});

test("harmed logs are read or refused with a registered error", () => {
  fc.assert(
    fc.property(fc.nat(LOG.length - 1), fc.string({ maxLength: 3 }), fc.nat(5), (at, text, cut) => {
      try {
        readHlog(LOG.slice(0, at) + text + LOG.slice(at + cut), READING);
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown), String(thrown));
      }
    }),
  );
});
