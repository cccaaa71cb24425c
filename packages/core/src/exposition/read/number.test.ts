import assert from "node:assert/strict";
import { test } from "node:test";
import { metricNumber, metricTimestampMs } from "./number.ts";

test("numbers are read as Prometheus reads them", () => {
  const read: readonly (readonly [string, number])[] = [
    ["0", 0],
    ["-0", -0],
    ["+1.5", 1.5],
    [".5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["1E-3", 0.001],
    ["Inf", Infinity],
    ["+inf", Infinity],
    ["-Infinity", -Infinity],
    ["NaN", Number.NaN],
    ["nan", Number.NaN],
    ["1e999", Infinity],
  ];
  for (const [text, number] of read) assert.ok(Object.is(metricNumber(text), number), text);
});

test("what Prometheus does not take is no number", () => {
  for (const text of ["", " ", "1 ", "0x10", "1_000", "1e", "e1", ".", "+", "--1", "infinite", "+NaN", "1,5", "１"])
    assert.equal(metricNumber(text), null, text);
});

test("timestamps are whole milliseconds in one format and seconds in the other", () => {
  assert.equal(metricTimestampMs("1700000000000", false), 1_700_000_000_000);
  assert.equal(metricTimestampMs("-1", false), -1);
  assert.equal(metricTimestampMs("1700000000.5", true), 1_700_000_000_500);
  for (const text of ["1.5", "", "1e3", "NaN"]) assert.equal(metricTimestampMs(text, false), null, text);
  for (const text of ["NaN", "+Inf", "", "1e999"]) assert.equal(metricTimestampMs(text, true), null, text);
});
