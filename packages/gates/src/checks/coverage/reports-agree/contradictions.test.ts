import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageFile } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { contradictions } from "./contradictions.ts";

const between = (a: CoverageFile, b: CoverageFile) =>
  contradictions(coverage({ files: [a] }), coverage({ files: [b] })).map(({ code, lines, text }) => [
    code,
    [...lines],
    text,
  ]);
const lines = (coveredLines: string, uncoveredLines: string, covered: number, total: number): CoverageFile =>
  coveredFile("a.ts", { lines: { covered, total }, coveredLines, uncoveredLines });

test("a line that only one of them lists contradicts nobody", () => {
  assert.deepEqual(between(lines("1-2", "3", 2, 3), lines("1-2,5", "3-4", 3, 5)), []);
  assert.deepEqual(between(coveredFile("a.ts"), coveredFile("b.ts", { lines: { covered: 0, total: 10 } })), []);
  assert.deepEqual(between(coveredFile("a.ts"), coveredFile("a.ts", { resolved: false, branches: null })), []);
});

test("lines are compared one by one, not by how many there are", () => {
  assert.deepEqual(between(lines("1", "2", 1, 2), lines("2", "1", 1, 2)), [
    ["lines-contradict", [1, 2], "line 1 is covered in one and uncovered in the other"],
  ]);
});

test("without lines counts are compared where both count the same total", () => {
  const counted = (covered: number, total: number): CoverageFile =>
    coveredFile("a.ts", { lines: { covered, total }, coveredLines: "", uncoveredLines: "" });
  assert.deepEqual(between(counted(3, 10), counted(4, 10)), [
    ["counts-contradict", [], "lines 3 of 10 in one, 4 of 10 in the other"],
  ]);
  assert.deepEqual(between(counted(3, 10), counted(4, 11)), []);
  const branches = coveredFile("a.ts", { branches: { covered: 7, total: 10 } });
  assert.equal(between(coveredFile("a.ts"), branches)[0]?.[0], "counts-contradict");
  assert.deepEqual(between(coveredFile("a.ts"), { ...branches, branches: null }), []);
});
