import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig, CoverageBody, JsonObject, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { addedFile, changes } from "../scenes/changes.ts";
import { coverageExceptions } from "../scenes/coverage-exceptions.ts";
import { asParam, component, coverage as report, coveredFile } from "../scenes/coverage.ts";
import { suiteReport, suiteRun } from "../scenes/suite-run.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { coverage } from "./coverage.ts";

const LCOV = { name: "reports/coverage/unit.lcov", sha256: "b".repeat(64) };

function release(patch: Partial<CoverageBody> = {}, fresh = true, since = changes()): PlantScene {
  const reports = [suiteReport(), suiteReport({ path: LCOV.name, sha256: LCOV.sha256, fresh })];
  return {
    bodies: {
      [KIND.coverage]: [report(patch)],
      [KIND.suiteRun]: [suiteRun({ reports })],
      [KIND.changes]: [since],
      [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [] })],
    },
    inputs: { [KIND.coverage]: [[LCOV]] },
  };
}

/** The configuration's components, as the policy hands them to every check that asks for them. */
function withComponents(...components: readonly Partial<ComponentConfig>[]): Record<string, JsonObject> {
  const param = asParam(components.map((one) => component(one)));
  const asking = coverage.checks.filter(({ definition }) => Object.hasOwn(definition.params, "components"));
  return Object.fromEntries(asking.map(({ definition }) => [definition.id, { components: param }]));
}

const WITHOUT_PARTS = [
  "shards-closed",
  "no-dead-gates",
  "component-floors",
  "critical-floors",
  "context-floors",
  "soft-floors-dated",
];

test("a well covered release passes; what the configuration does not name does not apply", () => {
  const result = judgeWhole(coverage, release());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), WITHOUT_PARTS);
});

test("in a first release nothing is known to have changed", () => {
  const result = judgeWhole(coverage, release({}, true, changes({ base: null, files: [] })));
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), [...WITHOUT_PARTS, "patch-floor"]);
});

test("last week's report holds the release", () => {
  assert.deepEqual(ending(judgeWhole(coverage, release({}, false)), "fail"), ["reports-of-this-run"]);
});

test("a source file that is not in the report holds the release, also as a change", () => {
  const files = [coveredFile("src/cart.ts"), coveredFile("src/money.ts")];
  const since = changes({ files: [addedFile("src/store/disk.ts", 9)] });
  const result = judgeWhole(coverage, release({ files, unmeasured: ["src/store/disk.ts"] }, true, since));
  assert.deepEqual(ending(result, "fail"), ["every-source-measured", "patch-floor"]);
});

test("new code without tests misses both the whole floor and the floor of what changed", () => {
  const untested = coveredFile("src/refund.ts", {
    lines: { covered: 0, total: 25 },
    branches: { covered: 0, total: 10 },
    functions: { covered: 0, total: 10 },
    coveredLines: "",
    uncoveredLines: "1-25",
  });
  const since = changes({ files: [addedFile("src/refund.ts", 25)] });
  const result = judgeWhole(coverage, release({ files: [...report().files, untested] }, true, since));
  assert.deepEqual(ending(result, "fail"), ["whole-floor", "patch-floor"]);
  assert.deepEqual(ending(result, "warn"), ["no-file-untouched"]);
});

test("a component is held to its own floor while the average is fine", () => {
  const result = judgeWhole(coverage, release(), withComponents({ floors: { lines: 95 } }));
  assert.deepEqual(ending(result, "fail"), ["component-floors"]);
  const soft = withComponents({ floors: { lines: 95 }, advisoryUntil: "2026-02-01" });
  assert.deepEqual(ending(judgeWhole(coverage, release(), soft), "warn"), ["component-floors"]);
});

test("a critical component has no grace and carries nothing over", () => {
  const critical = { critical: true, floors: { lines: 95, branches: 80 }, advisoryUntil: "2026-02-01" };
  const carried = { commit: "9".repeat(40), measuredAt: "2026-01-01T00:00:00Z" };
  const result = judgeWhole(coverage, release({ carried }), withComponents(critical));
  assert.deepEqual(ending(result, "fail"), ["nothing-carried-in-critical", "critical-floors", "soft-floors-dated"]);
});

test("a shard that never came is missing, not a smaller whole", () => {
  const result = judgeWhole(coverage, release(), withComponents({ shards: ["windows"] }));
  assert.deepEqual(ending(result, "missing"), ["shards-closed"]);
  assert.equal(result.verdict, "INCONCLUSIVE");
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
