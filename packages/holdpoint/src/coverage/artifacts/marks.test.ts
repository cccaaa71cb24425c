import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "@holdpoint/collectors";
import { branchesOfLines, hitsText, sourceMarks, sumOf } from "./marks.ts";
import { marksOf } from "./testing-artifacts.ts";

const NONE: FileCounts = {
  lines: null,
  branches: null,
  functions: null,
  statements: null,
  regions: null,
  hits: null,
};

/** Line and key, and whether it was taken. */
const points = (...all: readonly (readonly [line: number, key: number, taken: boolean])[]): Uint32Array =>
  Uint32Array.from(all.flatMap(([line, key, taken]) => [line, key * 2 + Number(taken)]));

test("lines, hits and points become marks by line", () => {
  const counts: FileCounts = {
    ...NONE,
    lines: Uint32Array.of(3, 4, 9),
    hits: Float64Array.of(7, 0, 2 ** 60),
    branches: points([1, 0, true], [1, 1, false], [4, 0, true]),
    functions: points([1, 5, false]),
  };
  const marks = sourceMarks(counts, [counts]);
  assert.ok(marks !== null);
  assert.deepEqual([...marks.lines], [1, 2, 4]);
  assert.deepEqual([...marks.covered], [1, 0, 1]);
  assert.deepEqual(
    [...marks.branches],
    [
      [1, { covered: 1, total: 2 }],
      [4, { covered: 1, total: 1 }],
    ],
  );
  assert.deepEqual([...marks.functions], [[1, { covered: 0, total: 1 }]]);
  assert.deepEqual(
    [0, 1, 2].map((at) => hitsText(marks, at)),
    ["7", "0", "1152921504606846976"],
  );
});

test("a file of which only totals are known has no marks", () => {
  assert.equal(sourceMarks({ ...NONE, totals: { lines: { covered: 1, total: 2 } } }, []), null);
});

test("of two reports the branches of the one that counts most stand, in any order", () => {
  const few: FileCounts = { ...NONE, lines: Uint32Array.of(3), branches: points([1, 0, true], [1, 1, true]) };
  const many: FileCounts = { ...few, branches: points([1, 0, true], [1, 1, false], [1, 2, false]) };
  const better: FileCounts = { ...few, branches: points([1, 0, true], [1, 1, true], [1, 2, false]) };
  for (const each of [
    [few, many, better],
    [better, many, few],
    [many, better, few],
  ]) {
    assert.deepEqual([...(sourceMarks(few, each)?.branches ?? [])], [[1, { covered: 2, total: 3 }]]);
  }
});

test("hits that nobody told are 1 or 0", () => {
  const marks = { ...marksOf("1:9 2:0"), hits: null };
  assert.deepEqual([hitsText(marks, 0), hitsText(marks, 1)], ["1", "0"]);
});

test("branches of lines that are not measured go to the nearest measured line before them", () => {
  const marks = marksOf("5:1 9:0", "2:1/2 5:0/2 7:1/1 9:2/2 40:1/3");
  const placed = branchesOfLines(marks);
  assert.deepEqual(
    [...placed].sort(([a], [b]) => a - b),
    [
      [5, { covered: 2, total: 5 }],
      [9, { covered: 3, total: 5 }],
    ],
  );
  assert.deepEqual(sumOf(placed.values()), sumOf(marks.branches.values()));
});
