import assert from "node:assert/strict";
import { test } from "node:test";
import { LOAD_WINDOWS_MAX } from "@holdpoint/core";
import { codes, read, refusal } from "../testing.test.ts";

const HEAD =
  "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,Total Request Count,Total Failure Count," +
  "Total Median Response Time,Total Average Response Time,Total Min Response Time,Total Max Response Time\n";

/** A row of totals so far, at a second. */
const mark = (atS: number, sent: number | string, failed: number | string, type = "", name = "Aggregated"): string =>
  `${atS},5,${type},${name},1.0,0.0,2,${sent},${failed},2,${sent === 0 ? "0.0,0,0" : "2.5,1,9"}\n`;

const windows = (source: string): unknown =>
  read(source).body.windows.map((one) => [one.startMs, one.sizeMs, one.sent, one.failed]);

test("between two marks as much was sent as the totals grew; a second without a mark is empty", () => {
  const source = HEAD + mark(100, 0, 0) + mark(101, 10, 1) + mark(104, 25, 1) + mark(105, 25, 3);
  assert.deepEqual(codes(read(source).body), ["totals-disagree"], "what was sound became failed");
  const sound = HEAD + mark(100, 0, 0) + mark(101, 10, 1) + mark(104, 25, 1) + mark(105, 30, 3);
  assert.deepEqual(windows(sound), [
    [0, 1000, 10, 1],
    [1000, 1000, 0, 0],
    [2000, 1000, 0, 0],
    [3000, 1000, 15, 0],
    [4000, 1000, 5, 2],
  ]);
});

test("what was counted before the first mark is in the first window", () => {
  assert.deepEqual(windows(HEAD + mark(100, 4, 0) + mark(101, 10, 0)), [[0, 1000, 10, 0]]);
});

test("two marks of one second are one window", () => {
  assert.deepEqual(windows(HEAD + mark(100, 0, 0) + mark(101, 4, 0) + mark(101, 6, 0) + mark(102, 7, 0)), [
    [0, 1000, 6, 0],
    [1000, 1000, 1, 0],
  ]);
});

test("one mark is no time", () => {
  const { body } = read(HEAD + mark(100, 4, 0));
  assert.deepEqual([body.sent, body.durationMs, body.windows, codes(body)], [4, 0, [], ["duration-unsaid"]]);
});

test("rows of single requests are beside the run", () => {
  const rows =
    mark(100, 1, 0, "GET", "/") + mark(100, 1, 0) + mark(101, 900, 900, "GET", "Aggregated") + mark(101, 2, 1);
  const { completed, failed, sent, validity } = read(HEAD + rows).body;
  assert.deepEqual([sent, completed, failed, validity], [2, 1, 1, "valid"]);
  assert.deepEqual(codes(read(HEAD + mark(100, 1, 0, "GET", "/")).body), ["no-samples"]);
});

test("a long run has few windows, and loses nothing", () => {
  const seconds = LOAD_WINDOWS_MAX * 2 + 1;
  const rows = Array.from({ length: seconds + 1 }, (_, at) => mark(100 + at, at * 2, at));
  const { body } = read(HEAD + rows.join(""));
  assert.deepEqual([body.windows.length, body.windows[0]?.sizeMs], [401, 3000]);
  assert.deepEqual([body.windows[0]?.sent, body.windows.at(-1)?.sent], [6, 2]);
  assert.equal(
    body.windows.reduce((sum, { failed }) => sum + failed, 0),
    1201,
  );
});

test("any total that falls leaves no windows", () => {
  for (const [sent, failed] of [
    [9, 1],
    [11, 0],
    [0, 0],
  ] as const) {
    const { body } = read(HEAD + mark(100, 10, 1) + mark(101, sent, failed) + mark(102, 20, 1));
    assert.deepEqual([codes(body), body.windows], [["totals-disagree"], []], `${sent} ${failed}`);
    assert.match(body.reasons[0]?.text ?? "", /running totals fall/);
  }
});

test("fields in no known form are refused on their line", () => {
  const row = mark(101, 4, 1);
  const cases: readonly (readonly [from: string, to: string])[] = [
    ["101,", "101.5,"],
    ["101,", "-101,"],
    ["101,", "2026-01-01T00:00:00Z,"],
    [",4,1,", ",N/A,1,"],
    [",4,1,", ",4,N/A,"],
    [",4,1,", ",1,4,"],
    ["2.5,1,9", "NaN,1,9"],
    ["2.5,1,9", "2.5,-1,9"],
    ["2.5,1,9", "2.5,1,1e19"],
    ["2.5,1,9", "2.5,1"],
  ];
  for (const [from, to] of cases) {
    assert.ok(row.includes(from));
    assert.equal(refusal(HEAD + mark(100, 0, 0) + row.replace(from, to)), "HP-READ-SYNTAX 3:1", to);
  }
  assert.equal(refusal(HEAD + mark(100, 0, 0) + row.trimEnd()), "HP-READ-TRUNCATED 3:1");
  assert.equal(refusal(HEAD.replace("Total Request", "All Request")), "HP-READ-NOT-THE-FORMAT 1:1");
});
