import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, CoverageBody, JsonObject, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { coverage as report, coveredFile } from "../scenes/coverage.ts";
import { suiteReport, suiteRun } from "../scenes/suite-run.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { coverage } from "./coverage.ts";

const LCOV = { name: "reports/coverage/unit.lcov", sha256: "b".repeat(64) };

function release(changes: Partial<CoverageBody> = {}, fresh = true): PlantScene {
  const reports = [suiteReport(), suiteReport({ path: LCOV.name, sha256: LCOV.sha256, fresh })];
  return {
    bodies: { [KIND.coverage]: [report(changes)], [KIND.suiteRun]: [suiteRun({ reports })] },
    inputs: { [KIND.coverage]: [[LCOV]] },
  };
}

function after(promoted: PlantScene, next: PlantScene): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: (kind) => evidence.filter((stored) => stored.evidence.kind === kind) as never,
  };
  const checks = judgeWhole(coverage, promoted).checks.map(({ id, outcome, params }) => ({ id, outcome, params }));
  return {
    ...next,
    baselineFacts: { coverage: coverage.facts?.(input) ?? {} },
    baselineGates: [{ id: "coverage", blocking: true, verdict: "PASS", checks }],
  };
}

test("a well covered first release passes; components and inheritance do not apply", () => {
  const result = judgeWhole(coverage, release());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["component-floors", "not-below-last-promotion", "no-file-lost"]);
});

test("the same again is no worse", () => {
  const result = judgeWhole(coverage, after(release(), release()));
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["component-floors"]);
});

test("last week's report holds the release", () => {
  assert.deepEqual(ending(judgeWhole(coverage, release({}, false)), "fail"), ["reports-of-this-run"]);
});

test("leaving the worst file out raises the share and holds the release", () => {
  const files = [coveredFile("src/cart.ts"), coveredFile("src/money.ts")];
  const result = judgeWhole(coverage, after(release(), release({ files, unmeasured: ["src/store/disk.ts"] })));
  assert.deepEqual(ending(result, "fail"), ["every-source-measured", "no-file-lost"]);
});

test("new code without tests falls below the floor and below the last promotion", () => {
  const untested = coveredFile("src/refund.ts", {
    lines: { covered: 0, total: 10 },
    branches: { covered: 0, total: 10 },
    functions: { covered: 0, total: 10 },
    uncoveredLines: "1-10",
  });
  const result = judgeWhole(coverage, after(release(), release({ files: [...report().files, untested] })));
  assert.deepEqual(ending(result, "fail"), ["whole-floor", "not-below-last-promotion"]);
  assert.deepEqual(ending(result, "warn"), ["no-file-untouched"]);
});

test("a component is held to its own floor while the average is fine", () => {
  const components: JsonObject = { components: [{ id: "store", paths: ["src/store/**"], lines: 95 }] };
  const result = judgeWhole(coverage, release(), { "component-floors": components });
  assert.deepEqual(ending(result, "fail"), ["component-floors"]);
});

test("an empty report is not a pass anywhere", () => {
  const result = judgeWhole(coverage, release({ files: [] }));
  assert.notEqual(result.verdict, "PASS");
  assert.deepEqual(ending(result, "missing"), [
    "report-covers-files",
    "something-covered",
    "metrics-measured",
    "whole-floor",
  ]);
});
