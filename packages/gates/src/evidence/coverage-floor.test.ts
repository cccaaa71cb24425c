import assert from "node:assert/strict";
import { test } from "node:test";
import { coveredFile } from "../scenes/coverage.ts";
import { floorProblems, reached } from "./coverage-floor.ts";

const terms = { of: "the whole project", deadPoints: 20 };

function lines(covered: number, total: number) {
  return [coveredFile("a.ts", { lines: { covered, total } })];
}

test("a floor is met or missed by whole lines, never by a rounded percent", () => {
  assert.deepEqual(floorProblems(lines(9, 10), { lines: 90 }, terms), []);
  const [problem] = floorProblems(lines(2071, 2072), { lines: 100 }, terms);
  assert.equal(problem?.text, "the whole project: lines 99.95% (2071 of 2072), 1 line short of 100%");
  assert.equal(problem?.flip, "would pass with 1 more line covered");
  assert.deepEqual(floorProblems(lines(8995, 10_000), { lines: 89.95 }, terms), []);
  assert.match(
    floorProblems(lines(8994, 10_000), { lines: 89.95 }, terms)[0]?.text ?? "",
    /89\.94%.*1 line short of 89\.95%/,
  );
});

test("so many are short, in the metric's own words", () => {
  assert.match(floorProblems(lines(893, 1000), { lines: 90 }, terms)[0]?.text ?? "", /7 lines short of 90%$/);
  const files = [coveredFile("a.ts", { branches: { covered: 0, total: 1 } })];
  const [problem] = floorProblems(files, { branches: 50 }, terms);
  assert.equal(problem?.flip, "would pass with 1 more branch covered");
});

test("nothing measured and nothing to measure are no pass", () => {
  const none = [coveredFile("a.ts", { branches: null, functions: { covered: 0, total: 0 } })];
  const problems = floorProblems(none, { branches: 1, functions: 1 }, terms);
  assert.deepEqual(
    problems.map((one) => [one.outcome, one.code, one.observed]),
    [
      ["missing", "not-measured", "not measured"],
      ["missing", "not-measured", "0 of 0"],
    ],
  );
  assert.deepEqual(floorProblems(none, { branches: 0, functions: 0 }, terms), []);
});

test("a floor far below what is reached guards nothing", () => {
  assert.deepEqual(floorProblems(lines(90, 100), { lines: 70 }, terms), [], "exactly 20 points are allowed");
  assert.equal(floorProblems(lines(90, 100), { lines: 69.99 }, terms)[0]?.code, "dead-floor");
  assert.match(floorProblems(lines(90, 100), { lines: 0 }, terms)[0]?.text ?? "", /a floor of 0% holds nothing$/);
});

test("a miss says where the uncovered lines are", () => {
  const [problem] = floorProblems([coveredFile("a.ts")], { lines: 95 }, terms);
  assert.deepEqual(problem?.locations, [{ file: "a.ts", line: 7, text: "1 of 10 lines uncovered: 7" }]);
});

test("what is reached leaves out what nobody measures", () => {
  assert.equal(reached([coveredFile("a.ts")], ["lines", "branches", "statements"]), "lines 90.00%, branches 80.00%");
});
