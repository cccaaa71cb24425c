import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, edited, fixture, read, refusal } from "../testing.test.ts";

const FLAKY = "hey-csv/flaky.csv";
const HEADER = "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n";
const row = (time: string, status: string, offset: string): string => `${time},0,0,0,0,0,${status},${offset}\n`;

test("each request is put where it ended, with its time and status", () => {
  const source =
    HEADER + row("0.2000", "200", "0.0000") + row("0.5000", "404", "0.9000") + row("0.1000", "302", "2.0000");
  const { completed, durationMs, failed, failures, service, windows } = read(source).body;
  assert.deepEqual([completed, failed, durationMs], [2, 1, 2100]);
  assert.deepEqual(failures, [{ kind: "status 404", count: 1 }]);
  assert.deepEqual([service?.count, service?.min, service?.max], [3, 100, 500]);
  assert.deepEqual(
    windows.map((one) => [one.startMs, one.completed, one.failed, one.service?.max ?? null]),
    [
      [0, 1, 0, 200],
      [1000, 0, 1, 500],
      [2000, 1, 0, 100],
    ],
  );
});

test("a header alone is a run of nothing", () => {
  assert.deepEqual(codes(read(HEADER).body), ["failures-unsaid", "no-samples"]);
  assert.deepEqual(codes(read(HEADER + row("0.1", "503", "0")).body), ["failures-unsaid", "all-failed"]);
});

test("another header is nobody's", () => {
  for (const [from, to] of [
    ["response-time", "Response-time"],
    [",offset", ""],
    [",offset", ",offset,more"],
    ["status-code,offset", "offset,status-code"],
  ] as const)
    assert.equal(refusal(edited(FLAKY, [from, to])), "HP-READ-NOT-THE-FORMAT 1:1", from);
});

test("fields in no known form are refused on their line", () => {
  const bad: readonly (readonly [time: string, status: string, offset: string])[] = [
    ["", "200", "0"],
    ["NaN", "200", "0"],
    ["1e19", "200", "0"],
    ["0.1", "", "0"],
    ["0.1", "-1", "0"],
    ["0.1", "200.5", "0"],
    ["0.1", "2e2", "0"],
    ["0.1", "200", ""],
    ["0.1", "200", "-0.1"],
    ["0.1", "200", "0.1s"],
  ];
  for (const fields of bad)
    assert.equal(refusal(HEADER + row("0.1", "200", "0") + row(...fields)), "HP-READ-SYNTAX 3:1", fields.join());
});

test("a row of another length, or cut off, is refused on its line", () => {
  const sound = fixture(FLAKY).toString();
  assert.equal(refusal(`${sound}0.1,200\n`), "HP-READ-SYNTAX 62:1");
  assert.equal(refusal(sound.trimEnd()), "HP-READ-TRUNCATED 61:1");
});
