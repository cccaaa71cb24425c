import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageFile } from "../evidence/coverage.ts";
import { measuredFiles, totalOf, totalsOf, unmeasuredFiles } from "./measured-files.ts";
import { fileOf, reportOf } from "./testing.ts";

const count = (covered: number, total: number) => ({ covered, total });

test("lines of a file in two reports are united exactly, branches are the most that one report shows", () => {
  const unit = reportOf([{ ...fileOf("a.ts", "1-3", "4-10"), branches: count(5, 5) }]);
  const process = reportOf([{ ...fileOf("a.ts", "5-10", "1-4,12"), branches: count(4, 8) }], { report: "process" });
  for (const reports of [
    [unit, process],
    [process, unit],
  ]) {
    const [file, ...rest] = measuredFiles(reports);
    assert.deepEqual(rest, []);
    assert.deepEqual(file?.lines, count(9, 11));
    assert.equal(file?.coveredLines, "1-3,5-10");
    assert.equal(file?.uncoveredLines, "4,12");
    assert.deepEqual(file?.branches, count(5, 8));
  }
});

test("where one report only counts, no line is invented, whatever the order", () => {
  const loose: CoverageFile = { ...fileOf("a.ts", ""), lines: count(7, 10) };
  const reports = [
    reportOf([fileOf("a.ts", "1-3", "4-8")]),
    reportOf([fileOf("a.ts", "4-5", "1-3,6-8")], { report: "b" }),
    reportOf([loose], { report: "c" }),
  ];
  const seen = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [0, 2, 1],
  ].map((order) => measuredFiles(order.flatMap((index) => reports[index] ?? []))[0]);
  for (const file of seen) {
    assert.deepEqual(file?.lines, count(7, 10));
    assert.deepEqual(file, seen[0]);
  }
});

test("a metric that only one report measures is kept", () => {
  const without = reportOf([{ ...fileOf("a.ts", ""), lines: null }]);
  const [file] = measuredFiles([without, reportOf([{ ...fileOf("a.ts", "1", "2"), functions: count(1, 2) }])]);
  assert.deepEqual([file?.lines, file?.functions, file?.uncoveredLines], [count(1, 2), count(1, 2), "2"]);
});

test("unresolved paths are no tracked files", () => {
  const files = [fileOf("b.ts", "1"), { ...fileOf("/elsewhere/a.ts", "1"), resolved: false }, fileOf("a.ts", "1")];
  assert.deepEqual(
    measuredFiles([reportOf(files)]).map((file) => file.path),
    ["a.ts", "b.ts"],
  );
  assert.deepEqual(measuredFiles([]), []);
});

test("what is remembered of some reports is not said of others", () => {
  const [a, b] = [reportOf([fileOf("a.ts", "1")]), reportOf([fileOf("b.ts", "1")])];
  assert.equal(measuredFiles([a]).length, 1);
  assert.equal(measuredFiles([a, b]).length, 2);
  assert.equal(measuredFiles([a]), measuredFiles([a]));
  assert.equal(measuredFiles([a]).length, 1);
});

test("a file that any report measures is measured", () => {
  const unit = reportOf([fileOf("a.ts", "1")], { unmeasured: ["c.ts", "b.ts"] });
  const process = reportOf([fileOf("b.ts", "1")], { report: "process", unmeasured: ["a.ts", "c.ts"] });
  assert.deepEqual(unmeasuredFiles([unit, process]), ["c.ts"]);
  assert.deepEqual(unmeasuredFiles([unit]), ["b.ts", "c.ts"]);
});

test("a total is the sum of what is measured, and null when nothing is", () => {
  const files = [fileOf("a.ts", "1-9", "10"), { ...fileOf("b.ts", "", "1-5"), branches: count(1, 2) }];
  assert.deepEqual(totalOf(files, "lines"), count(9, 15));
  assert.deepEqual(totalOf(files, "branches"), count(1, 2));
  assert.equal(totalOf(files, "statements"), null);
  assert.equal(totalOf([], "lines"), null);
  assert.deepEqual(totalsOf(files), { lines: count(9, 15), branches: count(1, 2) });
});

test("what is exact is united before what only counts is set against it, whatever the order", () => {
  const exact = [reportOf([fileOf("a.ts", "1-3", "4-10")]), reportOf([fileOf("a.ts", "4-7", "1-3,8-10")])];
  const loose = reportOf([{ ...fileOf("a.ts", ""), lines: count(5, 10) }]);
  for (const reports of [
    [loose, ...exact],
    [exact[0], loose, exact[1]],
    [...exact, loose],
  ]) {
    const [file] = measuredFiles(reports.flatMap((report) => report ?? []));
    assert.deepEqual(file?.lines, count(7, 10), "5 of one report would forget what both of the others cover");
  }
});

test("of two reports that only count, the same one is told from in either order", () => {
  const less: CoverageFile = { ...fileOf("a.ts", ""), lines: count(3, 10), uncoveredLines: "9" };
  const more: CoverageFile = { ...fileOf("a.ts", ""), lines: count(4, 9), uncoveredLines: "8" };
  const of = (...files: readonly CoverageFile[]): readonly CoverageFile[] =>
    measuredFiles(files.map((file) => reportOf([file])));
  assert.deepEqual(of(less, more), of(more, less));
  assert.deepEqual([of(less, more)[0]?.lines, of(less, more)[0]?.uncoveredLines], [count(4, 10), "8"]);
  const same = { ...more, uncoveredLines: "7" };
  assert.deepEqual(of(more, same), of(same, more));
});

test("two sets of as many reports that begin with the same one are not confused", () => {
  const [a, b, c] = ["a.ts", "b.ts", "c.ts"].map((path) => reportOf([fileOf(path, "1")]));
  assert.ok(a !== undefined && b !== undefined && c !== undefined);
  const paths = (...reports: Parameters<typeof measuredFiles>[0]): string[] =>
    measuredFiles(reports).map(({ path }) => path);
  assert.deepEqual(paths(a, b), ["a.ts", "b.ts"]);
  assert.deepEqual(paths(a, c), ["a.ts", "c.ts"]);
});
