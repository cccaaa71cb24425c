import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { LineHitsBuilder, linesOf } from "../counts/line-hits.ts";
import { countPoints, mergePoints } from "../counts/points.ts";
import { JsonCursor } from "../json/cursor.ts";
import { Mismatches } from "../json/mismatches.ts";
import { BEGIN } from "../json/places.ts";
import { JsonRemarks } from "../json/remarks.ts";
import { countContexts, countFile } from "./file-counts.ts";
import type { Region } from "./region.ts";
import { readRegion } from "./region.ts";
import type { Summary } from "./summary.ts";
import { compareSummary, readSummary } from "./summary.ts";

const cursorOf = (document: object): JsonCursor => new JsonCursor(Buffer.from(JSON.stringify(document)), "r.json");

const LISTS = { executed_lines: [1, 2], missing_lines: [4], excluded_lines: [] };
const region = (patch: object): Region => readRegion(cursorOf({ ...LISTS, ...patch }), true);

/** What is told when these are counted: metrics that differ, and remarks. */
function told(summary: Partial<Summary>, branches: { covered: number; total: number } | null = null): string {
  const cursor = cursorOf({});
  const [mismatches, remarks] = [new Mismatches("r.json"), new JsonRemarks(cursor)];
  const whole = { place: BEGIN, lines: null, branches: null, percent: null, ...summary };
  compareSummary(whole, { lines: { covered: 1, total: 3 }, branches }, { mismatches, remarks });
  return [...mismatches.finish().map(({ metric }) => metric), ...remarks.finish().map(({ code }) => code)].join(" ");
}

test("a percentage is of lines and branches together, and right to the last digits that are written", () => {
  assert.equal(told({ percent: 33.333_333_333_333_33 }), "");
  assert.equal(told({ percent: 33.333_33 }), "rate-differs");
  assert.equal(told({ percent: 34 }), "rate-differs");
  assert.equal(told({ percent: 60 }, { covered: 2, total: 2 }), "");
  assert.equal(told({ percent: 33.333_333_333_333_33 }, { covered: 2, total: 2 }), "rate-differs");
  assert.equal(told({}), "");
});

test("each number of a summary is compared with its own, where both are known", () => {
  assert.equal(told({ lines: { covered: 1, total: 3 } }), "");
  assert.equal(told({ lines: { covered: 2, total: 3 } }), "lines");
  assert.equal(told({ lines: { covered: 1, total: 2 } }), "lines");
  assert.equal(told({ branches: { covered: 1, total: 2 } }), "", "branches were not measured");
  assert.equal(told({ branches: { covered: 1, total: 2 } }, { covered: 2, total: 2 }), "branches");
});

test("of nothing 100 % is right, as coverage.py prints it", () => {
  const cursor = cursorOf({});
  const [mismatches, remarks] = [new Mismatches("r.json"), new JsonRemarks(cursor)];
  const none = { lines: { covered: 0, total: 0 }, branches: null };
  for (const percent of [100, 0]) {
    compareSummary({ place: BEGIN, lines: none.lines, branches: null, percent }, none, { mismatches, remarks });
  }
  assert.deepEqual(
    [mismatches.finish().length, remarks.finish().map(({ text }) => text)],
    [0, ["percent_covered is 0, and the records make 100 of it"]],
  );
});

test("a summary without one half of a pair declares nothing of it", () => {
  const summary = (document: object): Summary => readSummary(cursorOf(document));
  assert.deepEqual(summary({ covered_lines: 1, num_statements: 2, covered_branches: 3, percent_covered: 12.5 }), {
    place: BEGIN,
    lines: { covered: 1, total: 2 },
    branches: null,
    percent: 12.5,
  });
  assert.equal(summary({ num_statements: 2 }).lines, null);
  assert.deepEqual(summary({ covered_branches: 0, num_branches: 0 }).branches, { covered: 0, total: 0 });
});

test("jumps into and out of code are known by both of their ends, also in another shard", () => {
  const interner = new Interner();
  const points = (executed: number[][], missing: number[][]) => {
    const one = region({ executed_branches: executed, missing_branches: missing });
    const { branches } = countFile(cursorOf({}), one, 3, interner);
    assert.ok(branches !== null);
    return branches;
  };
  const first = points(
    [[2, -1]],
    [
      [2, 4],
      [-1, 2],
      [1, 2],
    ],
  );
  const second = points(
    [[-1, 2]],
    [
      [2, -1],
      [2, 4],
      [1, 2],
    ],
  );
  assert.deepEqual(countPoints(first), { covered: 1, total: 4 });
  assert.deepEqual(countPoints(mergePoints(first, second)), { covered: 2, total: 4 });
  assert.deepEqual(
    [...first].filter((_, index) => index % 2 === 0),
    [1, 1, 2, 2],
  );
});

test("branches are null unless both lists are there", () => {
  const branches = (patch: object): unknown => countFile(cursorOf({}), region(patch), 3, new Interner()).branches;
  assert.equal(branches({}), null);
  assert.equal(branches({ executed_branches: [] }), null);
  assert.equal(branches({ missing_branches: [[1, 2]] }), null);
  assert.notEqual(branches({ executed_branches: [], missing_branches: [] }), null);
});

test("a function stands at its line, or at the first of its body, and without lines it is none", () => {
  const part = (executed: number[], missing: number[], more: object = {}): object => ({
    executed_lines: executed,
    missing_lines: missing,
    ...more,
  });
  const functions = {
    "": part([1], [2]),
    f: part([7], [5], { start_line: 4 }),
    g: part([], [9, 10]),
    h: part([14], [12]),
    excluded: part([], [], { start_line: 20 }),
  };
  const points = countFile(cursorOf({}), region({ functions }), 3, new Interner()).functions ?? [];
  assert.deepEqual(
    [...points].map((entry, index) => (index % 2 === 0 ? entry : entry & 1)),
    [4, 1, 9, 0, 12, 1],
  );
});

test("a context keeps what it executed of the statements, and one that executed none is left out", () => {
  const builder = new LineHitsBuilder();
  for (const [line, hits] of [
    [1, 1],
    [2, 1],
    [4, 0],
  ] as const)
    builder.add(line, hits);
  const contexts = countContexts(
    region({ contexts: { 1: ["a", "b"], 2: ["b"], 3: ["c"], 4: ["d"] } }),
    builder.finish().lines,
  );
  assert.deepEqual(
    [...contexts].map(([name, lines]) => `${name} ${[...linesOf(lines, true)].join()}`),
    ["a 1", "b 1,2"],
  );
});
