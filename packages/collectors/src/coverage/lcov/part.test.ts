import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { metricCount } from "../counts/metric-counts.ts";
import type { LcovPart } from "./part.ts";
import { LcovPartReader } from "./part.ts";

function part(text: string, isFirst = true): LcovPart {
  const reader = new LcovPartReader({ file: "a.info", interner: new Interner() }, isFirst);
  reader.push(Buffer.from(text));
  return reader.finish();
}

test("a part tells where each file begins first, its records and its lines", () => {
  const read = part(
    "# by hand\nTN:\nSF:a\nDA:1,1\nend_of_record\n\nSF:b\nend_of_record\nSF:a\nDA:2,0\nend_of_record\n",
  );
  assert.deepEqual([...read.files.keys()], ["a", "b"]);
  assert.deepEqual(read.begins, [3, 7]);
  assert.deepEqual([read.records, read.lines], [9, 11]);
});

test("a part that does not begin the report has no beginning to be wrong", () => {
  assert.deepEqual(part("", false), {
    files: new Map(),
    begins: [],
    mismatches: [],
    remarks: [],
    writer: "unknown",
    records: 0,
    lines: 0,
  });
  assert.throws(() => part("FOO:1\n", true), { code: "HP-READ-NOT-THE-FORMAT" });
  assert.throws(() => part("FOO:1\n", false), {
    code: "HP-READ-SYNTAX",
    place: { file: "a.info", line: 1, column: 1 },
  });
});

test("the writer is told by the first section, however its records are read", () => {
  const section = (name: string): string =>
    [
      `SF:${name}`,
      "FN:1,f",
      "FNDA:1,f",
      "FNF:1",
      "FNH:1",
      "BRDA:1,0,0,1",
      "BRDA:1,1,0,0",
      "BRF:2",
      "BRH:1",
      "DA:1,1",
      "DA:2,0",
      "LH:1",
      "LF:2",
      "end_of_record",
      "",
    ].join("\n");
  assert.equal(part(section("a") + section("b")).writer, "node:test");
  assert.equal(part(`SF:z\nDA:1,1\nLF:1\nend_of_record\n${section("a")}`).writer, "unknown");
});

test("plain records and others stand in any order, in the first section and in later ones", () => {
  const records = ["DA:1,1", "BRDA:1,0,0,1", "DA:2,0,sum", "BRDA:1,e1,0,-", "DA:3,7", "DA:4,0\r", "BRDA:4,0,x,1"];
  const section = (name: string): string => `SF:${name}\n${records.join("\n")}\nend_of_record\n`;
  const { files } = part(section("a") + section("b"));
  for (const counts of files.values()) {
    assert.deepEqual(metricCount(counts, "lines"), { covered: 2, total: 4 });
    assert.deepEqual(metricCount(counts, "branches"), { covered: 2, total: 3 });
  }
  assert.deepEqual(files.get("a"), files.get("b"));
});
