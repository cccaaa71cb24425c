import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { reportStates, snapshotReports } from "./suite-reports.ts";

const GLOBS = ["reports/**", "lcov.info"];

test("only what was written since is fresh", (t) => {
  const root = scratch(t, { "reports/a.xml": "a", "reports/deep/b.xml": "b", "lcov.info": "l" });
  const before = snapshotReports(root, GLOBS);
  assert.ok(reportStates(root, GLOBS, before).every(({ fresh }) => !fresh));
  writeFiles(root, { "reports/a.xml": "a", "reports/c.xml": "" });
  const states = reportStates(root, GLOBS, before);
  assert.deepEqual(
    states.map(({ path, fresh, sizeBytes }) => [path, fresh, sizeBytes]),
    [
      ["reports/a.xml", true, 1],
      ["reports/c.xml", true, 0],
      ["reports/deep/b.xml", false, 1],
      ["lcov.info", false, 1],
    ],
  );
  assert.equal(states[0]?.sha256, sha256Hex("a"));
});

test("a report that another file took the place of is fresh, one that is gone is absent", (t) => {
  const root = scratch(t, { "lcov.info": "l", other: "o" });
  const before = snapshotReports(root, ["lcov.info"]);
  renameSync(join(root, "other"), join(root, "lcov.info"));
  assert.equal(reportStates(root, ["lcov.info"], before)[0]?.fresh, true);
  rmSync(join(root, "lcov.info"));
  assert.deepEqual(reportStates(root, ["lcov.info"], before), [
    { path: "lcov.info", sha256: null, sizeBytes: null, fresh: false },
  ]);
});

test("a folder, and a link that leads nowhere, are no reports", (t) => {
  const root = scratch(t);
  mkdirSync(join(root, "reports", "deep"), { recursive: true });
  symlinkSync("nowhere", join(root, "lcov.info"));
  assert.equal(snapshotReports(root, GLOBS).size, 0);
  const states = reportStates(root, GLOBS, new Map());
  assert.deepEqual(
    states.map(({ path, sha256 }) => [path, sha256]),
    [
      ["reports/**", null],
      ["lcov.info", null],
    ],
  );
});

test("a glob that is given twice is told twice, each with the same state", (t) => {
  const root = scratch(t, { "a.xml": "a" });
  const states = reportStates(root, ["a.xml", "*.xml"], new Map());
  assert.equal(states.length, 2);
  assert.deepEqual(states[0], states[1]);
});
