import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile } from "../evidence/changes.ts";
import type { PatchFile } from "./patch.ts";
import { patchCoverage } from "./patch.ts";
import { changesOf, fileOf, hunk, modified, reportOf } from "./testing.ts";

const shown = ({ path, state, covered, uncovered }: PatchFile) => [path, state, [...covered], [...uncovered]];

test("changed lines are met with measured ones, and comments do not count", () => {
  const reports = [reportOf([fileOf("b.ts", "1-3", "5-6"), fileOf("a.ts", "1", "2")])];
  const changes = changesOf(
    modified("b.ts", hunk(2, 0, 3, 3)),
    modified("a.ts", hunk(1, 1, 2, 1)),
    modified("README.md", hunk(1, 1, 1, 9)),
  );
  const patch = patchCoverage(reports, changes);
  assert.deepEqual(patch.files.map(shown), [
    ["a.ts", "measured", [], [2]],
    ["b.ts", "measured", [3], [5]],
  ]);
  assert.deepEqual(patch.lines, { covered: 1, total: 3 });
});

test("what a file lost is no changed line", () => {
  const reports = [reportOf([fileOf("a.ts", "1", "2")])];
  assert.deepEqual(patchCoverage(reports, changesOf(modified("a.ts", hunk(2, 5, 1, 0)))).files, []);
  const removed: ChangedFile = { ...modified("gone.ts", hunk(1, 9, 0, 0)), status: "removed" };
  assert.deepEqual(patchCoverage(reports, changesOf(removed)).lines, { covered: 0, total: 0 });
  assert.deepEqual(patchCoverage(reports, changesOf()).files, []);
});

test("a source file that no report mentions counts with every changed line", () => {
  const added: ChangedFile = { ...modified("new.ts", hunk(0, 0, 1, 4)), basePath: null, status: "added" };
  const patch = patchCoverage([reportOf([fileOf("a.ts", "1")], { unmeasured: ["new.ts"] })], changesOf(added));
  assert.deepEqual(patch.files.map(shown), [["new.ts", "unmeasured", [], [1, 2, 3, 4]]]);
  assert.deepEqual(patch.lines, { covered: 0, total: 4 });
});

test("nobody passes by hiding which lines there are", () => {
  const loose = { ...fileOf("loose.ts", ""), lines: { covered: 9, total: 9 } };
  const binary: ChangedFile = { ...modified("a.ts"), binary: true };
  const picture: ChangedFile = { ...modified("logo.png"), binary: true };
  const reports = [reportOf([fileOf("a.ts", "1"), loose])];
  const patch = patchCoverage(reports, changesOf(binary, picture, modified("loose.ts", hunk(1, 1, 1, 1))));
  assert.deepEqual(patch.files.map(shown), [
    ["a.ts", "hidden", [], []],
    ["loose.ts", "unsaid", [], []],
  ]);
});

test("a file that only lost lines says nothing, also where no report says which lines it has", () => {
  const loose = { ...fileOf("loose.ts", ""), lines: { covered: 9, total: 9 } };
  const [lost, gained] = [hunk(2, 5, 1, 0), hunk(9, 1, 4, 1)];
  const files = (...hunks: readonly (typeof lost)[]): unknown[] =>
    patchCoverage([reportOf([loose])], changesOf(modified("loose.ts", ...hunks))).files.map(shown);
  assert.deepEqual(files(lost), []);
  assert.deepEqual(files(lost, gained), [["loose.ts", "unsaid", [], []]]);
});

test("one changed line of an unmeasured file is one too many", () => {
  const reports = [reportOf([], { unmeasured: ["new.ts", "less.ts"] })];
  const changes = changesOf(modified("new.ts", hunk(3, 1, 3, 1)), modified("less.ts", hunk(3, 1, 2, 0)));
  const patch = patchCoverage(reports, changes);
  assert.deepEqual(patch.files.map(shown), [["new.ts", "unmeasured", [], [3]]]);
  assert.deepEqual(patch.lines, { covered: 0, total: 1 });
});

test("a removed file that an old report still lists hides nothing", () => {
  const removed: ChangedFile = { ...modified("gone.ts"), status: "removed", binary: true };
  assert.deepEqual(patchCoverage([reportOf([fileOf("gone.ts", "1")])], changesOf(removed)).files, []);
});
