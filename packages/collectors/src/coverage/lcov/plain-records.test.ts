import assert from "node:assert/strict";
import { test } from "node:test";
import { LineHitsBuilder, linesOf } from "../counts/line-hits.ts";
import { countPoints, PointsBuilder } from "../counts/points.ts";
import { LcovCursor } from "./cursor.ts";
import { readPlainRecords } from "./plain-records.ts";

/** Lines read, hit lines, branches, and the line at which it stopped. */
function read(text: string, kinds = { lines: true, branches: true }): string {
  const bytes = Buffer.from(text);
  const cursor = new LcovCursor("a.info");
  cursor.load(bytes, 0, bytes.length);
  const lines = new LineHitsBuilder();
  const branches = new PointsBuilder();
  readPlainRecords(cursor, kinds.lines ? lines : null, kinds.branches ? branches : null);
  assert.equal(cursor.line, lines.size + branches.size);
  const stopped = cursor.nextLine() ? cursor.rest(100, "x") : "end";
  const { covered, total } = countPoints(branches.finish());
  return `${linesOf(lines.finish().lines, true).join()} ${covered}/${total} ${stopped}`;
}

test("the plainest records are read until something else comes", () => {
  assert.equal(read("DA:1,0\nDA:2,7\nBRDA:2,0,1,-\nBRDA:2,0,0,3\nLF:2\n"), "2 1/2 LF:2");
  assert.equal(read("DA:3,1\n"), "3 0/0 end");
  assert.equal(read("DA:3,1\nBRDA:1,0,0,1\n", { lines: true, branches: false }), "3 0/0 BRDA:1,0,0,1");
  assert.equal(read("DA:3,1\n", { lines: false, branches: true }), " 0/0 DA:3,1");
  assert.equal(read("BRDA:1,0,0,10\nBRDA:1,0,1,00\n"), " 1/2 end");
});

test("whatever is not plain is left alone, right or wrong", () => {
  for (const line of [
    "DA:1,1,abc",
    "DA:1,1\r",
    "DA:0,1",
    "DA:,1",
    "DA:1",
    "DA:1,",
    "DA:1,-1",
    "DA:1,x",
    "DA:1234567890,1",
    "DA:1,1234567890123456",
    "DAX:1,1",
    "D",
    "",
    "BRDA:1,e0,0,1",
    "BRDA:1,0,a,1",
    "BRDA:1,0,0,",
    "BRDA:1,0,0,--",
    "BRDA:1,0,,1",
    "BRDA:1,,0,1",
    "BRDA:0,0,0,1",
    "BRDA:1,0,0,1234567890123456",
    "BRDA:1,1234567890,0,1",
    "BRDA:1,0,1234567890,1",
    "BRDAX",
    "BRF:1",
    "end_of_record",
  ]) {
    assert.equal(read(`DA:9,1\n${line}\nDA:10,1\n`), `9 0/0 ${line.trimEnd()}`, line);
  }
});

test("a block whose last line has no end is read the general way", () => {
  assert.equal(read("DA:1,1\nDA:2,1"), " 0/0 DA:1,1");
});
