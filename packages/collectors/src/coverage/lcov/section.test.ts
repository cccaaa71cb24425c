import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { LcovCursor } from "./cursor.ts";
import { LcovSection } from "./section.ts";

type Finished = ReturnType<LcovSection["finish"]>;

/** Sections of one report, each given as its DA and BRDA fields and its declared totals. */
function sections(...all: readonly (readonly string[])[]): Finished[] {
  const bytes = Buffer.from(`${all.flat().join("\n")}\n`);
  const cursor = new LcovCursor("a.info");
  cursor.load(bytes, 0, bytes.length);
  const section = new LcovSection(cursor, { interner: new Interner() });
  return all.map((records) => {
    for (const record of records) {
      cursor.nextLine();
      const [tag = ""] = record.split(":");
      cursor.at = cursor.start + tag.length + 1;
      if (tag === "DA") section.readLine();
      else if (tag === "BRDA") section.readBranch();
      else if (tag === "MCDC") section.readCondition();
      else if (tag === "MCF") section.readConditions();
      else section.readDeclared(tag.startsWith("B") ? "branches" : "lines", tag.endsWith("F") ? "found" : "hit");
    }
    return section.finish();
  });
}
const branches = (...records: readonly string[]): string => {
  const { counts } = sections(records.map((record) => `BRDA:${record}`))[0] as Finished;
  assert.ok(counts.branches);
  const { covered, total } = countPoints(counts.branches);
  return `${covered}/${total}`;
};

test("a branch is taken when its count is more than 0, and `-` is never", () => {
  assert.equal(branches("1,0,0,2", "1,0,1,0", "1,0,2,-"), "1/3");
});

test("blocks of exceptions, expressions and huge numbers are branches like others", () => {
  assert.equal(branches("1,e0,0,1", "1,0,a && b,1", "1,0,a, b,0", "1,0,4294967297,1", "1,0,4294967298,0"), "3/5");
});

test("a branch that is listed again in a section, as lcov does for each instance of a template, is one", () => {
  assert.equal(branches("1,0,a && b,1", "1,0,a && b,0"), "1/1");
  assert.equal(branches("9,0,0,0", "9,0,1,1", "9,0,0,4", "9,0,1,-", "9,1,0,0"), "2/3");
  assert.equal(branches("9,0,0,0", "8,0,0,0", "9,0,0,-"), "0/2");
});

test("what is no branch is refused", () => {
  for (const record of [
    "",
    "1",
    "1,0",
    "1,0,0",
    "1,,0,1",
    "1,0,,1",
    "1,0,0,",
    "1,0,0,--",
    "1,0,0,-1",
    "x,0,0,1",
    "0,0,0,1",
    "1,f0,0,1",
  ]) {
    assert.throws(() => branches(record), { code: "HP-READ-SYNTAX" }, record);
  }
});

test("a checksum is stepped over, anything else behind a count is not", () => {
  const [only] = sections(["DA:1,1,abc,d", "DA:2,0,"]);
  assert.deepEqual(only?.counts.lines && countLineHits(only.counts.lines), { covered: 1, total: 2 });
  for (const record of ["DA:1,1 ", "DA:1 ,1", "DA:1,+1", "DA:1,1x", "DA:,1"]) {
    assert.throws(() => sections([record]), { code: "HP-READ-SYNTAX" }, record);
  }
});

test("nothing of a section is left for the next", () => {
  const [first, second] = sections(["DA:1,1", "BRDA:1,0,0,1", "LF:5", "LH:5", "BRF:9"], ["DA:7,0"]);
  assert.deepEqual(
    first?.mismatches.map(({ metric, line, declared, counted }) => [metric, line, declared, counted]),
    [
      ["lines", 4, { covered: 5, total: 5 }, { covered: 1, total: 1 }],
      ["branches", 5, { covered: 1, total: 9 }, { covered: 1, total: 1 }],
    ],
  );
  assert.deepEqual([...(second?.counts.lines ?? [])], [14]);
  assert.equal(second?.counts.branches, null);
  assert.deepEqual(second.mismatches, []);
});

test("only one of two totals may be declared, and it is compared", () => {
  const [found, hit] = sections(["DA:1,1", "LF:1"], ["DA:1,1", "LH:0"]);
  assert.deepEqual(found?.mismatches, []);
  assert.deepEqual(hit?.mismatches[0]?.declared, { covered: 0, total: 1 });
});

test("conditions of lcov 2 have a form, and are no branches", () => {
  const [only] = sections(["MCDC:4,2,t,1,0,a && b, c", "MCDC:4,e2,f,0,1,b", "MCF:2"]);
  assert.deepEqual([only?.counts.branches, only?.counts.lines], [null, null]);
  for (const record of [
    "MCDC:0,2,t,1,0,a",
    "MCDC:1,2,x,1,0,a",
    "MCDC:1,2,t,1,0",
    "MCDC:1,2,t,-,0,a",
    "MCF:x",
    "MCF:1,",
  ]) {
    assert.throws(() => sections([record]), { code: "HP-READ-SYNTAX" }, record);
  }
});
