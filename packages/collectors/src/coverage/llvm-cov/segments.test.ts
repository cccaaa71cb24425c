import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonCursor } from "../json/cursor.ts";
import { JsonRemarks } from "../json/remarks.ts";
import { expectedSummary } from "./expected.ts";
import { Expansions } from "./expansions.ts";
import { FileFunctions } from "./functions.ts";
import { linesOfFunctions } from "./lines-of-functions.ts";
import { SegmentLines } from "./segments.ts";
import type { Region } from "./tuples.ts";

type Segment = readonly [line: number, column: number, count: number, ...marks: string[]];

/** Hits by line; marks are `c` for counted, `e` for the entry of a region, `g` for a gap. */
function linesOf(...segments: Segment[]): string {
  const tuples = segments.map(([line, column, count, marks = ""]) => [
    line,
    column,
    count,
    marks.includes("c"),
    marks.includes("e"),
    marks.includes("g"),
  ]);
  const cursor = new JsonCursor(Buffer.from(JSON.stringify(tuples)), "r.json");
  const { lines, hits } = cursor.read(() => new SegmentLines(cursor, new JsonRemarks(cursor), true).read());
  return [...lines].map((entry, index) => `${entry >>> 1}:${hits?.[index]}`).join(" ");
}

test("lines get the count that goes on from before, or the largest that begins on them", () => {
  assert.equal(linesOf([1, 1, 3, "ce"], [3, 2, 0, ""]), "1:3 2:3 3:3");
  assert.equal(linesOf([1, 1, 3, "ce"], [2, 5, 7, "ce"], [2, 9, 3, "c"], [3, 2, 0, ""]), "1:3 2:7 3:3");
  assert.equal(linesOf([1, 1, 3, "ce"], [2, 5, 0, "ce"], [4, 2, 0, ""]), "1:3 2:3 3:0 4:0");
  assert.equal(linesOf([1, 1, 0, "ce"], [1, 9, 2, "ce"], [2, 1, 0, ""]), "1:2 2:2");
  assert.equal(linesOf(), "");
});

test("between functions there is nothing to cover, and a gap begins no line", () => {
  assert.equal(linesOf([1, 1, 3, "ce"], [2, 2, 0, ""], [5, 1, 0, "ce"], [6, 2, 0, ""]), "1:3 2:3 5:0 6:0");
  assert.equal(linesOf([1, 1, 3, "ce"], [2, 2, 9, "ceg"], [2, 8, 3, "c"], [3, 2, 0, ""]), "1:3 2:3 3:3");
  assert.equal(linesOf([4, 1, 9, "ceg"]), "");
});

test("what the preprocessor left out is not to be covered", () => {
  assert.equal(linesOf([1, 1, 3, "ce"], [2, 1, 0, "e"], [3, 1, 3, "c"], [5, 2, 0, ""]), "1:3 4:3 5:3");
});

const REGION: Region = {
  line: 1,
  column: 1,
  endLine: 9,
  endColumn: 2,
  fileId: 0,
  kind: 0,
  count: 1,
  expandedFileId: 0,
};

test("a macro in a macro is counted where the outermost one stands", () => {
  const expansions = new Expansions([
    REGION,
    { ...REGION, kind: 1, line: 4, column: 7, expandedFileId: 1 },
    { ...REGION, kind: 1, line: 90, column: 3, fileId: 1, expandedFileId: 2 },
    { ...REGION, kind: 1, line: 5, fileId: 5, expandedFileId: 5 },
  ]);
  assert.deepEqual(expansions.siteOf(REGION), { fileId: 0, line: 1, way: "" });
  assert.deepEqual(expansions.siteOf({ ...REGION, fileId: 1, line: 91 }), { fileId: 0, line: 4, way: "7/" });
  assert.deepEqual(expansions.siteOf({ ...REGION, fileId: 2, line: 80 }), { fileId: 0, line: 4, way: "3/7/" });
  assert.deepEqual(expansions.siteOf({ ...REGION, fileId: 3, line: 80 }), { fileId: 3, line: 80, way: "" });
  assert.deepEqual(expansions.siteOf({ ...REGION, fileId: 5, line: 80 }), { fileId: 5, line: 80, way: "" });
  const endless = new Expansions([
    { ...REGION, kind: 1, fileId: 1, expandedFileId: 2 },
    { ...REGION, kind: 1, fileId: 2, expandedFileId: 1 },
  ]);
  assert.ok(endless.siteOf({ ...REGION, fileId: 1 }).way.length > 0, "macros that hold each other come to an end");
});

function fileOf(...spans: readonly (readonly [line: number, endLine: number, instances?: number])[]): FileFunctions {
  const file = new FileFunctions();
  for (const [line, endLine, instances = 1] of spans) {
    const none = { covered: 0, total: 1 };
    file.groups.set(`${line}:${endLine}`, {
      line,
      endLine,
      instances,
      regions: none,
      branches: none,
      isCovered: false,
    });
  }
  return file;
}

test("only lines of functions are kept", () => {
  const lines = Uint32Array.from([1, 2, 3, 5, 8, 9], (line) => line * 2 + 1);
  const hits = Float64Array.from(lines);
  const kept = (file: FileFunctions | undefined): number[] => {
    const found = linesOfFunctions({ lines, hits }, file);
    assert.deepEqual([...(found.hits ?? [])], [...found.lines]);
    return [...found.lines].map((entry) => entry >>> 1);
  };
  assert.deepEqual(kept(fileOf([2, 3], [8, 8])), [2, 3, 8]);
  assert.deepEqual(kept(fileOf([1, 9], [2, 3])), [1, 2, 3, 5, 8, 9]);
  assert.deepEqual(kept(fileOf([8, 20], [2, 2], [2, 5])), [2, 3, 5, 8, 9]);
  assert.deepEqual(kept(fileOf()), []);
  assert.deepEqual(kept(undefined), []);
  const file = fileOf([2, 2]);
  file.guests.push({ line: 5, endLine: 8 });
  assert.deepEqual(kept(file), [2, 5, 8]);
});

test("a summary's lines are foretold only where each line belongs to one function", () => {
  const lines = { covered: 1, total: 4 };
  const foretold = (file: FileFunctions): boolean => expectedSummary(file, lines).lines !== undefined;
  assert.ok(foretold(fileOf([1, 3], [4, 5])));
  assert.ok(!foretold(fileOf([1, 3], [3, 5])), "two on one line");
  assert.ok(!foretold(fileOf([1, 9], [3, 5])), "one inside another");
  assert.ok(!foretold(fileOf([1, 3, 2])), "two instances");
  assert.deepEqual(expectedSummary(undefined, lines), { lines });
  assert.deepEqual(expectedSummary(fileOf([1, 3], [4, 5]), lines).functions, { covered: 0, total: 2 });
});
