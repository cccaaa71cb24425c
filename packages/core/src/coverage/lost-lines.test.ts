import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile } from "../evidence/changes.ts";
import type { FileLines, FileThen, LineHistory } from "./lost-lines.ts";
import { lineHistory } from "./lost-lines.ts";
import { changesOf, fileOf, hunk, modified, reportOf } from "./testing.ts";

const then = (path: string, covered: readonly number[], uncovered: readonly number[] = []): FileThen => ({
  path,
  sets: { covered: Uint32Array.from(covered), uncovered: Uint32Array.from(uncovered) },
});
const shown = (list: readonly FileLines[]) => Object.fromEntries(list.map(({ path, lines }) => [path, [...lines]]));
const all = ({ removed, newlyUncovered, notMeasured, uncoveredLeftOut }: LineHistory) => ({
  removed: shown(removed),
  newlyUncovered: shown(newlyUncovered),
  notMeasured: shown(notMeasured),
  uncoveredLeftOut: shown(uncoveredLeftOut),
});
const NOTHING = { removed: {}, newlyUncovered: {}, notMeasured: {}, uncoveredLeftOut: {} };

test("what is covered still is not lost, wherever it moved", () => {
  const history = lineHistory(
    [then("a.ts", [1, 2, 5], [6])],
    [reportOf([fileOf("a.ts", "1-2,8", "9")])],
    changesOf(modified("a.ts", hunk(3, 0, 4, 3))),
  );
  assert.deepEqual(all(history), NOTHING);
  assert.equal(history.coveredThen, 3);
});

test("every lost line has its reason", () => {
  const history = lineHistory(
    [then("a.ts", [1, 2, 3, 4], [5, 6])],
    [reportOf([fileOf("a.ts", "1", "2,4")])],
    changesOf(modified("a.ts", hunk(3, 1, 2, 0))),
  );
  assert.deepEqual(all(history), {
    removed: { "a.ts": [3] },
    newlyUncovered: { "a.ts": [2] },
    notMeasured: { "a.ts": [3] },
    uncoveredLeftOut: { "a.ts": [5] },
  });
});

test("a removed file is removed, a file out of the report is no longer measured", () => {
  const gone: ChangedFile = { ...modified("gone.ts", hunk(1, 2, 0, 0)), status: "removed" };
  const history = lineHistory(
    [then("gone.ts", [1, 2]), then("left.ts", [4], [5])],
    [reportOf([], { unmeasured: ["left.ts"] })],
    changesOf(gone),
  );
  assert.deepEqual(all(history), { ...NOTHING, removed: { "gone.ts": [1, 2] }, notMeasured: { "left.ts": [4] } });
});

test("a renamed file is followed", () => {
  const renamed: ChangedFile = { ...modified("new.ts", hunk(1, 1, 1, 2)), basePath: "old.ts", status: "renamed" };
  const history = lineHistory(
    [then("old.ts", [1, 2, 3])],
    [reportOf([fileOf("new.ts", "1-3", "4")])],
    changesOf(renamed),
  );
  assert.deepEqual(all(history), { ...NOTHING, removed: { "old.ts": [1] }, newlyUncovered: { "new.ts": [4] } });
});

test("another file that took the old name is not mistaken for it", () => {
  const renamed: ChangedFile = { ...modified("b.ts"), basePath: "a.ts", status: "renamed" };
  const added: ChangedFile = { ...modified("a.ts", hunk(0, 0, 1, 1)), basePath: null, status: "added" };
  const now = [reportOf([fileOf("b.ts", "1"), fileOf("a.ts", "", "1")])];
  assert.deepEqual(all(lineHistory([then("a.ts", [1])], now, changesOf(renamed, added))), NOTHING);
});

test("where lines are not said, then or now, nothing is concluded", () => {
  const loose = { ...fileOf("b.ts", ""), lines: { covered: 1, total: 1 } };
  const binary: ChangedFile = { ...modified("c.ts"), binary: true };
  const history = lineHistory(
    [{ path: "a.ts", sets: null }, then("b.ts", [1]), then("c.ts", [1])],
    [reportOf([fileOf("a.ts", "1"), loose, fileOf("c.ts", "1")])],
    changesOf(binary),
  );
  assert.deepEqual(history.unsaid, ["a.ts", "b.ts", "c.ts"]);
  assert.deepEqual(all(history), NOTHING);
});

test("a removed file is removed, also where git took it for binary or an old report still lists it", () => {
  const gone: ChangedFile = { ...modified("gone.ts"), status: "removed", binary: true };
  const unknown: ChangedFile = { ...modified("unknown.ts"), status: "removed" };
  const history = lineHistory(
    [then("gone.ts", [1, 2], [3]), { path: "unknown.ts", sets: null }],
    [reportOf([fileOf("gone.ts", "", "1-2")])],
    changesOf(gone, unknown),
  );
  assert.deepEqual(all(history), { ...NOTHING, removed: { "gone.ts": [1, 2] } });
  assert.deepEqual([history.unsaid, history.coveredThen], [[], 2], "of the second nobody said a line, then or now");
});
