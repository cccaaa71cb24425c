import assert from "node:assert/strict";
import { test } from "node:test";
import { coverage, coveredFile } from "../scenes/coverage.ts";
import { measuredFiles, totalOf, uncoveredPlaces } from "./coverage-files.ts";

const count = (covered: number, total: number) => ({ covered, total });

test("a file in two reports counts once: the most covered, of the most counted", () => {
  const unit = coverage({
    files: [coveredFile("a.ts", { lines: count(3, 10), branches: count(5, 5), uncoveredLines: "4-10" })],
  });
  const process = coverage({
    report: "process",
    files: [coveredFile("a.ts", { lines: count(6, 10), branches: count(4, 8), uncoveredLines: "1-4" })],
  });
  for (const reports of [
    [unit, process],
    [process, unit],
  ]) {
    const [file, ...rest] = measuredFiles(reports);
    assert.deepEqual(rest, []);
    assert.deepEqual(file?.lines, count(6, 10));
    assert.deepEqual(file?.branches, count(5, 8));
    assert.equal(file?.uncoveredLines, "1-4");
  }
});

test("a metric that only one report measures is kept", () => {
  const without = coverage({ files: [coveredFile("a.ts", { branches: null })] });
  const [file] = measuredFiles([without, coverage({ report: "b", files: [coveredFile("a.ts")] })]);
  assert.deepEqual(file?.branches, count(8, 10));
});

test("unresolved paths are no tracked files", () => {
  const files = [coveredFile("b.ts"), coveredFile("/elsewhere/a.ts", { resolved: false }), coveredFile("a.ts")];
  assert.deepEqual(
    measuredFiles([coverage({ files })]).map((file) => file.path),
    ["a.ts", "b.ts"],
  );
});

test("a total is the sum of what is measured, and null when nothing is", () => {
  const files = [coveredFile("a.ts"), coveredFile("b.ts", { lines: count(0, 5), branches: null })];
  assert.deepEqual(totalOf(files, "lines"), count(9, 15));
  assert.deepEqual(totalOf(files, "branches"), count(8, 10));
  assert.equal(totalOf(files, "statements"), null);
  assert.equal(totalOf([], "lines"), null);
});

test("the files with the most uncovered lines come first, at their first uncovered line", () => {
  const files = [
    coveredFile("one.ts"),
    coveredFile("whole.ts", { lines: count(10, 10), uncoveredLines: "" }),
    coveredFile("worst.ts", { lines: count(2, 10), uncoveredLines: "3-10" }),
    coveredFile("unsaid.ts", { lines: count(9, 10), uncoveredLines: "" }),
  ];
  assert.deepEqual(uncoveredPlaces(files), [
    { file: "worst.ts", line: 3, text: "8 of 10 lines uncovered: 3-10" },
    { file: "one.ts", line: 7, text: "1 of 10 lines uncovered: 7" },
    { file: "unsaid.ts", text: "1 of 10 lines uncovered: which is not said" },
  ]);
});
