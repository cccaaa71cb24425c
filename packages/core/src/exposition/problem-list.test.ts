import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPOSITION_PROBLEMS_MAX } from "../evidence/exposition.ts";
import { EXPOSITION_CODES } from "./codes.ts";
import { ProblemList } from "./problem-list.ts";

test("problems are in the order of scrapes, lines and columns, those without a line last", () => {
  const list = new ProblemList();
  const [first, second] = [list.noteIn(0, "prometheus"), list.noteIn(1, "prometheus", "a")];
  second("bad-value", "b", 1);
  first("no-samples", "n", null);
  first("bad-name", "c", 4, 9);
  first("bad-labels", "c", 4, 2);
  const { problems, leftOut } = list.finish();
  assert.deepEqual(
    problems.map(({ scrape, line, column, family }) => [scrape, line, column, family]),
    [
      [0, 4, 2, null],
      [0, 4, 9, null],
      [0, null, null, null],
      [1, 1, 1, "a"],
    ],
  );
  assert.equal(leftOut, 0);
});

test("every code has a place, however many there are of the first", () => {
  const list = new ProblemList();
  const note = list.noteIn(0, "prometheus");
  for (let line = 1; line <= 10_000; line += 1) note("missing-help", "x", line);
  for (const code of EXPOSITION_CODES) note(code, "x", 20_000);
  const { problems, leftOut } = list.finish();
  assert.equal(problems.length, EXPOSITION_PROBLEMS_MAX);
  assert.deepEqual(new Set(problems.map(({ code }) => code)), new Set(EXPOSITION_CODES));
  assert.equal(leftOut, 10_000 + EXPOSITION_CODES.length - EXPOSITION_PROBLEMS_MAX);
});

test("what was left out before is counted too", () => {
  const list = new ProblemList();
  list.leaveOut(7);
  assert.deepEqual(list.finish(), { problems: [], leftOut: 7 });
});
