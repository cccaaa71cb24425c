import assert from "node:assert/strict";
import { test } from "node:test";
import { TEST_FORMATS } from "@holdpoint/core";
import { TEST_READERS, readTestReport, testFormatOf } from "./formats.ts";
import { FIXTURES } from "./testing.test.ts";

const OPTIONS = { file: "a", root: "/w" };

test("every format has its reader, under its own name", () => {
  assert.deepEqual(Object.keys(TEST_READERS), TEST_FORMATS);
  for (const format of TEST_FORMATS) assert.equal(TEST_READERS[format].format, format);
});

test("only the beginning is looked at, however long the report is", () => {
  const long = Buffer.from(`TAP version 14\n${"# noise\n".repeat(20_000)}1..0\n`);
  assert.equal(testFormatOf(long, "a").format, "tap");
  const late = Buffer.from(`${"# noise\n".repeat(20_000)}1..0\n`);
  assert.throws(() => testFormatOf(late, "a"), {
    code: "HP-READ-NOT-THE-FORMAT",
    place: { file: "a", line: 1, column: 1 },
  });
});

test("a report is read by what it is, or by what it is said to be", () => {
  for (const { format, name, bytes } of FIXTURES) {
    assert.equal(readTestReport(bytes, OPTIONS).report.format, format, name);
    assert.deepEqual(readTestReport(bytes, OPTIONS, format), readTestReport(bytes, OPTIONS), name);
  }
  const tap = Buffer.from("1..1\nok 1 - a\n");
  assert.throws(() => readTestReport(tap, OPTIONS, "junit"), { code: "HP-READ-NOT-THE-FORMAT" });
});
