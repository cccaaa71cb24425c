import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import type { HlogInterval } from "@holdpoint/core";
import { LOAD_WINDOWS_MAX, LogHistogram, writeHlog } from "@holdpoint/core";
import { codes, fixture, read, READERS, refusal } from "../testing.test.ts";
import { intervalWindows } from "./windows.ts";

const OWN = fixture("hlog/own.hlog").toString();

const interval = (startS: number, lengthS: number, tag: string | null, ...us: readonly number[]): HlogInterval => {
  const histogram = new LogHistogram();
  for (const one of us) histogram.record(one);
  return { tag, startS, lengthS, slice: histogram.toSlice() };
};
const log = (...intervals: readonly HlogInterval[]): string =>
  writeHlog({ startTimeS: 1_717_236_000, intervals }, (bytes) => deflateSync(bytes));

test("a log claims no success: who wrote it, how requests came and what failed is not in it", () => {
  const { achieved, failures, response, terms, tool, trust, validity } = read(log(interval(0, 1, null, 5000))).body;
  assert.deepEqual([tool, trust, validity], [{ name: "hlog", version: null }, "unknown", "invalid"]);
  assert.deepEqual([achieved, failures, response, terms.model], [null, [], null, "unknown"]);
});

test("logs begin with a comment, the header, an interval or its tag, and with nothing else", () => {
  const row = /^0\.000.*$/m.exec(OWN)?.[0] ?? "";
  const looks = (head: string): boolean => READERS.hlog.looksLike(head);
  for (const head of [OWN, OWN.slice(OWN.indexOf('"')), row, `Tag=a,${row}`, `\ufeff${row}`, row.replace("0.000", "0")])
    assert.ok(looks(head), head.slice(0, 20));
  for (const head of [
    "#[Histogram log format version 1.3]\n",
    `Tag=a b,${row}`,
    ` ${row}`,
    `-${row}`,
    row.replace("HIST", "HISt"),
    "",
  ])
    assert.ok(!looks(head), head.slice(0, 40));
});

test("the duration is from the first start to the last end, whatever their order", () => {
  const { body } = read(log(interval(3, 2, null, 1000), interval(1, 1, null, 1000)));
  assert.deepEqual([body.durationMs, body.windows], [4000, []]);
});

test("an interval that says no length is no time", () => {
  const { body } = read(log(interval(0, 0, null, 1000)));
  assert.deepEqual([body.durationMs, body.windows, codes(body)], [0, [], ["failures-unsaid", "duration-unsaid"]]);
});

test("each tag is a series of its own, in order of names", () => {
  const { body } = read(log(interval(0, 1, "b", 2000, 2000), interval(0, 1, "a", 1000), interval(1, 1, "b", 3000)));
  assert.deepEqual(
    body.series.map(({ of, name, completed, failed, service }) => [of, name, completed, failed, service?.maxUs]),
    [
      ["run", "", 4, 0, 3007],
      ["tag", "a", 1, 0, 1003],
      ["tag", "b", 3, 0, 3007],
    ],
  );
});

test("tags that do not add up to the lines without one are told, in numbers", () => {
  const { reasons } = read(log(interval(0, 1, null, 1000, 2000, 3000), interval(0, 1, "a", 1000))).body;
  assert.deepEqual(reasons.slice(1), [
    { code: "totals-disagree", text: "its tags hold 1 times, its lines without one 3" },
  ]);
});

test("a last comment may be cut off, a last interval not", () => {
  assert.equal(refusal(`${OWN}#[made by hand]`), "accepted");
  assert.equal(refusal(`${OWN}4.000,1.000,1`), "HP-READ-TRUNCATED 12:-");
  assert.equal(refusal(`${OWN}4.000,1.000,1\n`), "HP-READ-SYNTAX 12:-");
});

test("figures in no known form, other encodings and bombs are refused on their line", () => {
  const line = (from: string, to: string): string => {
    assert.ok(OWN.includes(from), from);
    return refusal(OWN.replace(from, to));
  };
  assert.equal(line("\n1.000,1.000", "\n-1.000,1.000"), "HP-READ-SYNTAX 6:-");
  assert.equal(line("\n1.000,1.000", "\nNaN,1.000"), "HP-READ-SYNTAX 6:-");
  assert.equal(line("\n1.000,1.000", "\n1.000,1e3"), "HP-READ-SYNTAX 6:-");
  assert.equal(line("\n1.000,1.000,5.346", "\n1.000,1.000"), "HP-READ-SYNTAX 6:-");
  assert.equal(line("Tag=service,1.000", "Tag=ser vice,1.000"), "HP-READ-SYNTAX 7:-");
  assert.equal(line("HISTFAAAAEd4", "HISTFAAAAE!4"), "HP-READ-SYNTAX 4:-");
  assert.equal(line("HISTFAAAAEd4", "HISTEwAAAEd4"), "HP-READ-NOT-THE-FORMAT 4:-");
  const bomb = deflateSync(Buffer.alloc(5_000_000));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(0x1c849314);
  head.writeInt32BE(bomb.length, 4);
  assert.equal(refusal(`0.000,1.000,1.000,${Buffer.concat([head, bomb]).toString("base64")}\n`), "HP-READ-SYNTAX 1:-");
});

test("intervals are windows only where they follow one another and are not too many", () => {
  const starts = (...intervals: readonly HlogInterval[]): readonly number[] =>
    intervalWindows(intervals).map(({ startMs }) => startMs);
  assert.deepEqual(starts(), []);
  assert.deepEqual(starts(interval(7, 1, null, 1), interval(8, 0.5, null), interval(8.5, 1, null, 1)), [0, 1000, 1500]);
  assert.deepEqual(starts(interval(0, 1, null, 1), interval(1.5, 1, null, 1)), [], "a gap");
  assert.deepEqual(starts(interval(0, 1, null, 1), interval(0.5, 1, null, 1)), [], "an overlap");
  assert.deepEqual(starts(interval(0, 1, null, 1), interval(1, 0, null, 1)), [], "no length");
  const many = (count: number): HlogInterval[] => Array.from({ length: count }, (_, at) => interval(at, 1, null, 1));
  assert.deepEqual([starts(...many(LOAD_WINDOWS_MAX)).length, starts(...many(LOAD_WINDOWS_MAX + 1)).length], [600, 0]);
  assert.equal(intervalWindows([interval(0, 1, null)])[0]?.service, null, "a gap in the times is shown, not filled");
});
