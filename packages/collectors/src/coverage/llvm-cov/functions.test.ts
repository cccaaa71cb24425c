import assert from "node:assert/strict";
import { test } from "node:test";
import type { Count } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { JsonCursor } from "../json/cursor.ts";
import { JsonRemarks } from "../json/remarks.ts";
import { expectedSummary } from "./expected.ts";
import { Expansions } from "./expansions.ts";
import type { FileFunctions } from "./functions.ts";
import { readFunction } from "./functions.ts";
import { linesOfFunctions } from "./lines-of-functions.ts";
import type { Region } from "./tuples.ts";
import { KIND_EXPANSION } from "./tuples.ts";

const expansion = (line: number, column: number, fileId: number, expandedFileId: number): Region => ({
  line,
  column,
  endLine: line,
  endColumn: column + 3,
  count: 1,
  fileId,
  expandedFileId,
  kind: KIND_EXPANSION,
});
const inFile = (fileId: number, line: number): Region => ({ ...expansion(line, 1, fileId, 0), kind: 0 });

test("what is in a macro in a macro stands where the outermost one stands, each time by another way", () => {
  const expansions = new Expansions([expansion(7, 3, 0, 1), expansion(7, 9, 0, 2), expansion(2, 5, 1, 3)]);
  assert.deepEqual(expansions.siteOf(inFile(0, 4)), { fileId: 0, line: 4, way: "" });
  assert.deepEqual(expansions.siteOf(inFile(1, 2)), { fileId: 0, line: 7, way: "3/" });
  assert.deepEqual(expansions.siteOf(inFile(2, 2)), { fileId: 0, line: 7, way: "9/" });
  assert.deepEqual(expansions.siteOf(inFile(3, 1)), { fileId: 0, line: 7, way: "5/3/" });
  assert.deepEqual(expansions.siteOf(inFile(8, 1)), { fileId: 8, line: 1, way: "" });
});

test("expansions that lead in a circle, or to themselves, end", () => {
  const circle = new Expansions([expansion(1, 1, 2, 1), expansion(2, 2, 1, 2)]);
  assert.ok(circle.siteOf(inFile(1, 5)).way.length <= 2 * 256);
  assert.equal(new Expansions([expansion(3, 1, 1, 1)]).siteOf(inFile(1, 5)).line, 5);
});

interface Written {
  readonly count?: number;
  readonly filenames?: readonly string[];
  readonly regions: readonly (readonly number[])[];
  readonly branches?: readonly (readonly number[])[];
}

/** The files of functions that were exported like this. */
function functionsOf(...functions: readonly Written[]): Map<string, FileFunctions> {
  const json = JSON.stringify(functions.map((one) => ({ count: 1, filenames: ["a.c"], ...one })));
  const cursor = new JsonCursor(Buffer.from(json), "r.json");
  const files = new Map<string, FileFunctions>();
  const remarks = new JsonRemarks(cursor);
  cursor.array(() => readFunction(cursor, remarks, files));
  return files;
}

const code = (line: number, endLine: number, count: number, fileId = 0): number[] => [
  line,
  1,
  endLine,
  9,
  count,
  fileId,
  0,
  0,
];
const gap = (line: number): number[] => [line, 1, line, 2, 0, 0, 0, 3];

/** `functions regions branches` of a file, as they are counted. */
function figures(files: ReadonlyMap<string, FileFunctions>, path = "a.c"): string {
  const file = files.get(path);
  if (file === undefined) return "-";
  const interner = new Interner();
  return [file.functions, file.regions, file.branches]
    .map((points) => countPoints(points.finish(interner)))
    .map(({ covered, total }) => `${covered}/${total}`)
    .join(" ");
}

test("a function is covered by its own count, its regions by theirs, and gaps are no code", () => {
  const branches = [[2, 1, 2, 5, 3, 0, 0, 0, 4]];
  const files = functionsOf({ regions: [code(1, 4, 3), code(2, 2, 0), gap(3)], branches }, { regions: [] });
  assert.equal(figures(files), "1/1 1/2 1/2");
  assert.equal(figures(functionsOf({ count: 0, regions: [code(1, 4, 3)] })), "0/1 1/1 0/0");
});

test("instances of a template are one function of the source, two of one line are two", () => {
  const files = functionsOf(
    { count: 0, regions: [code(1, 4, 0)], branches: [[2, 1, 2, 5, 0, 0, 0, 0, 4]] },
    { count: 2, regions: [code(1, 4, 2)], branches: [[2, 1, 2, 5, 0, 2, 0, 0, 4]] },
    { count: 0, regions: [[1, 20, 1, 30, 0, 0, 0, 0]] },
  );
  assert.equal(figures(files), "1/2 1/2 1/2");
  assert.deepEqual(
    [...(files.get("a.c")?.groups ?? [])].map(([key, { instances, isCovered }]) => [key, instances, isCovered]),
    [
      ["1:1", 2, true],
      ["1:20", 1, false],
    ],
  );
});

test("only parts in other files are guests there, and what a macro holds is a guest of nobody", () => {
  const twice = functionsOf({ filenames: ["a.c", "a.c"], regions: [code(1, 2, 1), code(8, 9, 1, 1)] });
  assert.deepEqual(twice.get("a.c")?.guests, []);
  const macro = functionsOf({
    filenames: ["a.c", "m.h"],
    regions: [code(1, 4, 1), [2, 3, 2, 6, 1, 0, 1, KIND_EXPANSION], code(9, 9, 1, 1)],
  });
  assert.deepEqual([macro.get("a.c")?.guests, macro.get("m.h")], [[], undefined]);
  const guest = functionsOf({ filenames: ["a.c", "b.inc"], regions: [code(1, 2, 1), code(8, 9, 1, 1)] });
  assert.deepEqual(guest.get("b.inc")?.guests, [{ line: 8, endLine: 9 }]);
});

const LINES: Count = { covered: 2, total: 9 };

test("what a summary must say is foretold metric by metric, of lines only where nothing overlaps", () => {
  const expected = (...functions: readonly Written[]): ReturnType<typeof expectedSummary> =>
    expectedSummary(functionsOf(...functions).get("a.c"), LINES);
  const one: Written = { regions: [code(1, 4, 1), code(2, 2, 0)] };
  assert.deepEqual(expectedSummary(undefined, LINES), { lines: LINES });
  assert.deepEqual(expected(one, { count: 0, regions: [code(6, 8, 0)] }), {
    functions: { covered: 1, total: 2 },
    regions: { covered: 1, total: 3 },
    lines: LINES,
  });
  // Compiled twice: the better of each figure, and lines that nobody can foretell.
  const better: Written = { regions: [code(1, 4, 1), code(2, 2, 1)], branches: [[2, 1, 2, 5, 1, 0, 0, 0, 4]] };
  assert.deepEqual(expected(one, better), {
    functions: { covered: 1, total: 1 },
    regions: { covered: 2, total: 2 },
    branches: { covered: 1, total: 2 },
  });
  // A function in another, one that begins on the last line of another, and a guest of another file.
  assert.equal(expected(one, { regions: [code(3, 3, 1)] }).lines, undefined);
  assert.equal(expected(one, { regions: [[4, 20, 5, 1, 1, 0, 0, 0]] }).lines, undefined);
  const guest: Written = { filenames: ["b.c", "a.c"], regions: [code(1, 2, 1), code(8, 9, 1, 1)] };
  assert.equal(expected(one, guest).lines, undefined);
});

test("lines outside of functions are left out with their hits, and all stay where there is nothing to leave out", () => {
  const builder = new LineHitsBuilder(true);
  for (const line of [1, 2, 3, 5, 6, 8, 9, 12]) builder.add(line, line * 10);
  const { lines, hits } = builder.finish();
  const within = (...functions: readonly Written[]): readonly string[] => {
    const found = linesOfFunctions({ lines, hits }, functionsOf(...functions).get("a.c"));
    return [...found.lines].map((entry, index) => `${entry >>> 1}:${found.hits?.[index]}`);
  };
  assert.deepEqual(within({ regions: [code(2, 3, 1)] }, { regions: [code(8, 9, 1)] }), [
    "2:20",
    "3:30",
    "8:80",
    "9:90",
  ]);
  assert.deepEqual(within({ regions: [code(5, 9, 1)] }, { regions: [code(6, 6, 1)] }), [
    "5:50",
    "6:60",
    "8:80",
    "9:90",
  ]);
  assert.deepEqual(within({ regions: [code(1, 1, 1), code(12, 12, 1)] }).length, 8);
  const guest: Written = { filenames: ["b.c", "a.c"], regions: [code(1, 2, 1), code(6, 8, 1, 1)] };
  assert.deepEqual(within(guest), ["6:60", "8:80"]);
  assert.deepEqual([...linesOfFunctions({ lines, hits: null }, undefined).lines], []);
  assert.equal(
    linesOfFunctions({ lines, hits: null }, functionsOf({ regions: [code(2, 3, 1)] }).get("a.c")).hits,
    null,
  );
});
