import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { importedSuite, suiteReport, suiteRun } from "../scenes/suite-run.ts";
import { reportsByPath, suiteRuns, suitesThatRan } from "./suite-runs.ts";

test("suites come by name, and imported ones did not run", () => {
  const bodies = {
    [KIND.suiteRun]: [suiteRun({ suite: "b" }), importedSuite({ suite: "c" }), suiteRun({ suite: "a" })],
  };
  const evidence = sceneEvidence({ bodies });
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  assert.deepEqual(
    suiteRuns(input).map((run) => run.suite),
    ["a", "b", "c"],
  );
  assert.deepEqual(
    suitesThatRan(input).map((run) => run.suite),
    ["a", "b"],
  );
});

test("of two suites that name the same file, the one that wrote it speaks for it", () => {
  const stale = suiteRun({
    suite: "a",
    reports: [suiteReport({ path: "x", fresh: false }), suiteReport({ path: "y", fresh: false })],
  });
  const wrote = suiteRun({ suite: "b", reports: [suiteReport({ path: "x", sha256: "b" })] });
  for (const runs of [
    [stale, wrote],
    [wrote, stale],
  ]) {
    const reports = reportsByPath(runs);
    assert.equal(reports.get("x")?.sha256, "b");
    assert.equal(reports.get("y")?.fresh, false);
    assert.equal(reports.size, 2);
  }
});
