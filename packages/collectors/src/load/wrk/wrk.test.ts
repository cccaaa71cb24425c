import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, edited, fixture, read, refusal } from "../testing.test.ts";

const LATENCY = "wrk/latency.txt";
const told = (source: string): unknown => read(source).body.series[0]?.told;

test("what wrk says of a run is taken over as it stands, and nothing beside it", () => {
  const { achieved, due, durationMs, lag, queue, service, target, terms, tool, trust } = read(fixture(LATENCY)).body;
  assert.deepEqual([tool, trust], [{ name: "wrk", version: null }, "closed-service-only"]);
  assert.deepEqual([achieved, durationMs], [2336.61, 3000]);
  assert.deepEqual([due, lag, queue, service, target], [null, null, null, null, null]);
  assert.deepEqual([terms.model, terms.connections, terms.workers, terms.warmUpMs], ["closed", 5, 1, null]);
});

test("times in any unit, up to hours", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["635.00us", 0.635],
    ["0.00us", 0],
    ["1.00ms", 1],
    ["1.25s", 1250],
    ["1.50m", 90_000],
    ["2.00h", 7_200_000],
  ];
  for (const [time, ms] of cases) {
    const source = edited("wrk/plain.txt", ["4.91ms", time], ["46.96ms", "3.00h"]);
    assert.deepEqual(told(source), { count: null, min: null, mean: ms, max: 10_800_000, percentiles: [] }, time);
  }
});

test("a run of minutes counts by them, as far as its two decimals tell", () => {
  const minutes = (time: string): string =>
    edited(LATENCY, ["in 3.00s", `in ${time}`], ["7015 requests", "140212 requests"]);
  const { durationMs, validity } = read(minutes("1.00m")).body;
  assert.deepEqual([durationMs, validity], [60_000, "valid"]);
  assert.deepEqual(codes(read(minutes("1.10m")).body), ["totals-disagree"]);
});

test("figures in no known form are refused on their line", () => {
  const cases: readonly (readonly [from: string, to: string, place: string])[] = [
    ["5.00ms", "5.00", "4:1"],
    ["5.00ms", "5.00ns", "4:1"],
    ["5.00ms", "5.00MS", "4:1"],
    ["5.00ms", "nanms", "4:1"],
    ["49.45ms", "-49.45ms", "4:1"],
    ["49.45ms", "infms", "4:1"],
    ["49.45ms", "1e308h", "4:1"],
    ["1.25ms", "1,25ms", "7:1"],
    ["     75%", "   100.1%", "8:1"],
    ["in 3.00s", "in 3.00", "11:1"],
    ["7015 requests", "99999999999999999999 requests", "11:1"],
    ["2336.61", "+2336.61", "12:1"],
    ["2336.61", "nan", "12:1"],
    ["and 5 connections", "and 99999999999999999999 connections", "2:1"],
  ];
  for (const [from, to, place] of cases)
    assert.equal(refusal(edited(LATENCY, [from, to])), `HP-READ-SYNTAX ${place}`, to);
});

test("a report without one of its lines was cut off", () => {
  for (const line of [
    / {2}1 threads.*\n/,
    / {4}Latency  .*\n/,
    / {2}7015 requests.*\n/,
    /Requests\/sec.*\n/,
    /Transfer.*\n/,
  ])
    assert.equal(refusal(edited(LATENCY, [line, ""])), "HP-READ-TRUNCATED 12:1", String(line));
  assert.equal(refusal(fixture(LATENCY).toString().trimEnd()), "HP-READ-TRUNCATED 13:1");
  assert.equal(refusal("Running 3s test @ http://127.0.0.1/\n"), "HP-READ-TRUNCATED 1:1");
});

test("any line of a run that comes twice is refused where it comes again", () => {
  const cases: readonly (readonly [RegExp, string])[] = [
    [/(Running .*\n)/, "2:1"],
    [/( {2}1 threads.*\n)/, "3:1"],
    [/( {4}Latency  .*\n)/, "5:1"],
    [/( {2}5441 requests.*\n)/, "12:1"],
    [/( {2}Socket errors.*\n)/, "13:1"],
    [/(Requests\/sec.*\n)/, "14:1"],
    [/(Transfer\/sec.*\n)/, "15:1"],
  ];
  for (const [line, place] of cases)
    assert.equal(refusal(edited("wrk/sockets.txt", [line, "$1$1"])), `HP-READ-SYNTAX ${place}`, String(line));
});

test("socket errors of each kind are failures of their own", () => {
  const { completed, failed, failures, sent } = read(
    edited("wrk/sockets.txt", ["connect 0, read 605, write 0, timeout 0", "connect 1, read 2, write 3, timeout 4"]),
  ).body;
  assert.deepEqual([sent, completed, failed], [5451, 5441, 10]);
  assert.deepEqual(failures, [
    { kind: "connect", count: 1 },
    { kind: "read", count: 2 },
    { kind: "write", count: 3 },
    { kind: "timeout", count: 4 },
  ]);
});

test("failures past what a number holds are no run", () => {
  const most = edited("wrk/sockets.txt", ["read 605", "read 9007199254740991"]);
  assert.deepEqual(codes(read(most).body), ["totals-disagree"]);
  assert.equal(refusal(edited("wrk/sockets.txt", ["read 605", "read 9007199254740992"])), "HP-READ-SYNTAX 12:1");
});

test("a target that refused everything failed, one that nobody reached has no times", () => {
  const refused = edited("wrk/non2xx.txt", ["responses: 492", "responses: 4924"]);
  assert.deepEqual(codes(read(refused).body), ["all-failed"]);
  const down = edited("wrk/plain.txt", ["7028 requests", "0 requests"], ["2341.17", "0.00"], ["4.91ms", "0.00us"])
    .replace("46.96ms", "0.00us")
    .replace("Requests/sec", "  Socket errors: connect 5, read 0, write 0, timeout 0\nRequests/sec");
  const { body } = read(down);
  assert.deepEqual([body.completed, body.failed, codes(body)], [0, 5, ["all-failed", "no-samples"]]);
  assert.equal(body.series[0]?.told, undefined);
});

test("wrk2 is known by either of its headings", () => {
  const uncorrected = edited(LATENCY, ["  Latency Distribution", "  Uncorrected Latency (measured without taking"]);
  assert.equal(refusal(uncorrected), "HP-READ-NOT-THE-FORMAT 6:1");
});

test("credentials in the target are not kept", () => {
  const { url } = read(edited(LATENCY, ["http://", "http://user:secret@"])).body;
  assert.equal(url, "http://127.0.0.1:18099/");
});
