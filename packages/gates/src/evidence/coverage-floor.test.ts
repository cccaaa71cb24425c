import assert from "node:assert/strict";
import { test } from "node:test";
import { coveredFile } from "../scenes/coverage.ts";
import { deadFloorProblems, floorProblems, floorsText, reached, uncoveredProblems } from "./coverage-floor.ts";

const terms = { of: "the whole project", softUntil: null };
const dead = { of: "the whole project", deadPoints: 20 };

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
  assert.deepEqual(deadFloorProblems(lines(90, 100), { lines: 70 }, dead), [], "exactly 20 points are allowed");
  assert.equal(deadFloorProblems(lines(90, 100), { lines: 69.99 }, dead)[0]?.code, "dead-floor");
  assert.match(deadFloorProblems(lines(90, 100), { lines: 0 }, dead)[0]?.text ?? "", /a floor of 0% holds nothing$/);
  assert.deepEqual(deadFloorProblems(lines(0, 0), { lines: 10 }, dead), []);
});

test("a soft floor warns and says from when on it holds", () => {
  const soft = { ...terms, softUntil: "2026-03-01" };
  const [problem] = floorProblems(lines(8, 10), { lines: 90 }, soft);
  assert.deepEqual([problem?.outcome, problem?.code], ["warn", "below-soft-floor"]);
  assert.match(problem?.text ?? "", /1 line short of 90%; this holds from 2026-03-01 on$/);
  assert.equal(uncoveredProblems(lines(8, 10), { lines: 1 }, soft)[0]?.code, "below-soft-floor");
  const none = [coveredFile("a.ts", { branches: null })];
  assert.equal(floorProblems(none, { branches: 1 }, soft)[0]?.outcome, "missing", "unknown is not soft");
});

test("a miss that exceptions answer for wholly warns and names them, one that they answer for in part holds", () => {
  const exemption = { id: "cov-1", owner: "Ada", path: "a.ts", expiresAt: "2026-03-01T00:00:00Z", uncovered: 1 };
  const excepted = { ...terms, exempted: (metric: string) => (metric === "lines" ? [exemption] : []) };
  const [problem] = floorProblems(lines(8, 10), { lines: 90 }, excepted);
  assert.deepEqual([problem?.outcome, problem?.code], ["warn", "below-floor-excepted"]);
  assert.match(problem?.text ?? "", /1 line short of 90%; excepted by cov-1 \(Ada, until 2026-03-01\)$/);
  assert.equal(floorProblems(lines(7, 10), { lines: 90 }, excepted)[0]?.code, "below-floor");
  assert.equal(uncoveredProblems(lines(8, 10), { lines: 1 }, excepted)[0]?.code, "below-floor-excepted");
  assert.equal(uncoveredProblems(lines(8, 10), { lines: 0 }, excepted)[0]?.code, "too-many-uncovered");
  const branches = [coveredFile("a.ts", { branches: { covered: 8, total: 10 } })];
  assert.equal(floorProblems(branches, { branches: 90 }, excepted)[0]?.outcome, "fail", "of another metric");
});

test("so much may stay uncovered and no more, by metric", () => {
  assert.deepEqual(uncoveredProblems(lines(8, 10), { lines: 2 }, terms), []);
  const [problem] = uncoveredProblems([coveredFile("a.ts")], { branches: 1, functions: 1 }, terms);
  assert.equal(problem?.text, "the whole project: 2 branches uncovered, at most 1 allowed");
  assert.equal(problem?.flip, "would pass at <= 1 uncovered branches");
  const none = [coveredFile("a.ts", { branches: null })];
  assert.equal(uncoveredProblems(none, { branches: 9 }, terms)[0]?.code, "not-measured");
});

test("floors are read by people", () => {
  assert.equal(
    floorsText({ lines: 85, branches: 80 }, { lines: 3 }),
    "lines 85% branches 80%, at most 3 lines uncovered",
  );
  assert.equal(floorsText({}, { lines: 3 }), "at most 3 lines uncovered");
});

test("a miss says where the uncovered lines are", () => {
  const [problem] = floorProblems([coveredFile("a.ts")], { lines: 95 }, terms);
  assert.deepEqual(problem?.locations, [{ file: "a.ts", line: 7, text: "1 of 10 lines uncovered: 7" }]);
});

test("what is reached leaves out what nobody measures", () => {
  assert.equal(reached([coveredFile("a.ts")], ["lines", "branches", "statements"]), "lines 90.00%, branches 80.00%");
});

test("the order in which floors are written changes no word", () => {
  const one = floorsText({ lines: 90, branches: 80 }, { functions: 1, lines: 2 });
  assert.equal(floorsText({ branches: 80, lines: 90 }, { lines: 2, functions: 1 }), one);
  assert.equal(one, "lines 90% branches 80%, at most 2 lines uncovered, at most 1 functions uncovered");
});
