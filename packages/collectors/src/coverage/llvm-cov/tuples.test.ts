import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { JsonRemarks } from "../json/remarks.ts";
import { readValue } from "../json/testing.ts";
import { readSummary } from "./summary.ts";
import { readBranch, readCount, readRegion } from "./tuples.ts";

type Reader<Result> = (cursor: JsonCursor, remarks: JsonRemarks) => Result;

function read<Result>(reader: Reader<Result>, json: string): { readonly value: Result; readonly codes: string[] } {
  return readValue(json, (cursor) => {
    const remarks = new JsonRemarks(cursor);
    const value = reader(cursor, remarks);
    return { value, codes: remarks.finish().map(({ code, column }) => `${code} ${column}`) };
  });
}

function refusal<Result>(reader: Reader<Result>, json: string): string {
  try {
    read(reader, json);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.place.column} ${thrown.message}`;
  }
  return "accepted";
}

test("a region has its place, its count, its file and its kind, each from its own part", () => {
  assert.deepEqual(read(readRegion, "[1,2,3,4,5,6,7,8]").value, {
    line: 1,
    column: 2,
    endLine: 3,
    endColumn: 4,
    count: 5,
    fileId: 6,
    expandedFileId: 7,
    kind: 8,
  });
  assert.equal(read(readRegion, '[1,2,3,4,5,6,7,8,"later versions",[9]]').value.kind, 8);
});

test("a branch has both of its counts, and its kind behind a part that is not used", () => {
  assert.deepEqual(read(readBranch, "[1,2,3,4,5,6,7,99,4]").value, {
    line: 1,
    column: 2,
    endLine: 3,
    endColumn: 4,
    taken: 5,
    notTaken: 6,
    fileId: 7,
    kind: 4,
  });
});

test("a part that is missing or of another kind is refused where it stands", () => {
  assert.match(refusal(readRegion, "[1,2,3,4,5,6,7]"), /^HP-READ-SYNTAX 1 a region must have 8 parts and has 7/);
  assert.match(refusal(readBranch, "[1,2,3,4,5,6,7,8]"), /^HP-READ-SYNTAX 1 a branch must have 9 parts and has 8/);
  assert.match(refusal(readBranch, "[]"), /^HP-READ-SYNTAX 1 a branch must have 9 parts and has 0/);
  assert.match(refusal(readRegion, "[0,2,3,4,5,6,7,8]"), /^HP-READ-SYNTAX 2 /);
  assert.match(refusal(readRegion, "[1,2,0,4,5,6,7,8]"), /^HP-READ-SYNTAX 6 /);
  assert.match(refusal(readRegion, "[1,-2,3,4,5,6,7,8]"), /^HP-READ-SYNTAX 4 /);
  assert.match(refusal(readBranch, "[1,2,3,4,5,true,7,8,9]"), /^HP-READ-SYNTAX 12 /);
  assert.match(refusal(readRegion, "{}"), /^HP-READ-SYNTAX 1 must be an array/);
});

test("a count that went below zero or over the top is the largest, with a remark at its place", () => {
  const below = 2n ** 63n - 1n;
  assert.deepEqual(read(readCount, "9007199254740991"), { value: Number.MAX_SAFE_INTEGER, codes: [] });
  // The nearest double of 2^63 - 1 is 2^63: llvm-cov's own largest count.
  assert.deepEqual(read(readCount, String(below)), { value: HITS_MAX, codes: ["hits-saturated 1"] });
  assert.deepEqual(read(readCount, "18446744073709551615").codes, ["hits-saturated 1"]);
  const branch = read(readBranch, "[1,2,3,4,18446744073709551615,18446744073709551614,7,8,9]");
  assert.deepEqual([branch.value.taken, branch.value.notTaken], [HITS_MAX, HITS_MAX]);
  assert.deepEqual(branch.codes, ["hits-saturated 10", "hits-saturated 31"]);
});

test("a summary tells the metrics that it has, and no instantiations", () => {
  const count = (covered: number, total: number): object => ({ count: total, covered, notcovered: 9, percent: 1.5 });
  const json = JSON.stringify({
    lines: count(1, 2),
    functions: count(0, 0),
    instantiations: count(7, 7),
    mcdc: count(8, 8),
    statements: count(6, 6),
    regions: count(3, 3),
  });
  const { place, counts } = read(readSummary, `  ${json}`).value;
  assert.deepEqual(place, { line: 1, column: 3 });
  assert.deepEqual(counts, {
    lines: { covered: 1, total: 2 },
    functions: { covered: 0, total: 0 },
    regions: { covered: 3, total: 3 },
  });
});

test("a summary that cannot be is refused where it stands", () => {
  assert.match(refusal(readSummary, '{"lines":{"count":3}}'), /^HP-READ-SYNTAX 10 must have count and covered/);
  assert.match(refusal(readSummary, '{"lines":{"covered":3}}'), /^HP-READ-SYNTAX 10 must have count and covered/);
  assert.match(refusal(readSummary, '{"lines":{"count":3,"covered":4}}'), /^HP-READ-SYNTAX 10 4 of 3 cannot be/);
  assert.match(refusal(readSummary, '{"lines":{"count":-1,"covered":0}}'), /^HP-READ-SYNTAX 19 must be a count/);
  assert.match(refusal(readSummary, '{"lines":3}'), /^HP-READ-SYNTAX 10 must be an object/);
});
