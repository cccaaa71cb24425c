import assert from "node:assert/strict";
import { test } from "node:test";
import type { BaselineGate, CoverageBody, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE } from "@holdpoint/core";
import { addedFile, changedFile, changes } from "../scenes/changes.ts";
import { asParam, component, coverage as report, coveredFile } from "../scenes/coverage.ts";
import { promotedCoverage } from "../evidence/promoted-coverage.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { coverageRegression } from "./coverage-regression.ts";

const BASE = { commit: SCENE_CANDIDATE.commit, from: "last-promoted" } as const;
const JUDGED: readonly BaselineGate[] = [
  {
    id: coverageRegression.id,
    blocking: true,
    verdict: "PASS",
    checks: coverageRegression.checks.map(({ definition: { id, params } }) => ({ id, outcome: "pass", params })),
  },
];

function release(patch: Partial<CoverageBody> = {}, files = changes({ files: [] }).files): PlantScene {
  return {
    bodies: { [KIND.coverage]: [report(patch)], [KIND.changes]: [changes({ base: BASE, files })] },
    baselineFacts: promotedCoverage([report()]),
    baselineGates: JUDGED,
  };
}

const STORE = asParam([component()]);
const WITHOUT_PARTS = ["components-not-fallen", "critical-not-fallen"];

test("the same again is no worse", () => {
  const result = judgeWhole(coverageRegression, release());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), WITHOUT_PARTS);
});

test("a first release has nothing to fall from, and has to leave something", () => {
  const { bodies } = release();
  const result = judgeWhole(coverageRegression, { bodies });
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "pass"), ["leaves-a-baseline"]);
  const empty = { ...bodies, [KIND.coverage]: [report({ files: [] })] };
  assert.equal(judgeWhole(coverageRegression, { bodies: empty }).verdict, "INCONCLUSIVE");
});

test("leaving the worst file out raises the share and holds the release", () => {
  const files = [coveredFile("src/cart.ts"), coveredFile("src/money.ts")];
  const left = judgeWhole(coverageRegression, release({ files, unmeasured: ["src/store/disk.ts"] }));
  assert.deepEqual(ending(left, "fail"), ["no-file-lost", "lost-lines-explained"]);
  const excluded = judgeWhole(coverageRegression, release({ files }));
  assert.deepEqual(ending(excluded, "fail"), ["exclusions-not-widened", "lost-lines-explained"]);
  const deleted = changedFile({ path: "src/store/disk.ts", status: "removed", hunks: [] });
  assert.deepEqual(ending(judgeWhole(coverageRegression, release({ files }, [deleted])), "fail"), []);
});

test("a deleted test is told by the lines that it ran", () => {
  const files = [
    coveredFile("src/cart.ts"),
    coveredFile("src/money.ts"),
    coveredFile("src/store/disk.ts", { lines: { covered: 4, total: 10 }, coveredLines: "1-4", uncoveredLines: "5-10" }),
  ];
  const result = judgeWhole(coverageRegression, release({ files }), {
    "components-not-fallen": { components: STORE },
  });
  assert.deepEqual(ending(result, "fail"), ["total-not-fallen", "components-not-fallen"]);
  assert.deepEqual(ending(result, "warn"), ["no-newly-uncovered-unchanged"]);
});

test("new code without tests falls below what was promoted", () => {
  const untested = coveredFile("src/refund.ts", {
    lines: { covered: 0, total: 10 },
    branches: { covered: 0, total: 10 },
    functions: { covered: 0, total: 10 },
    coveredLines: "",
    uncoveredLines: "1-10",
  });
  const result = judgeWhole(
    coverageRegression,
    release({ files: [...report().files, untested] }, [addedFile("src/refund.ts", 10)]),
  );
  assert.deepEqual(ending(result, "fail"), ["total-not-fallen"]);
});

test("another instrumenter leaves one question open and answers none", () => {
  const result = judgeWhole(coverageRegression, release({ instrumenter: "istanbul" }));
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["baseline-comparable"]);
});

test("a base of one's own choice does not stand for the last promotion", () => {
  const scene = release();
  const named = changes({ base: { commit: "9".repeat(40), from: "option" }, files: [] });
  const result = judgeWhole(coverageRegression, { ...scene, bodies: { ...scene.bodies, [KIND.changes]: [named] } });
  assert.deepEqual(ending(result, "missing"), [
    "exclusions-not-widened",
    "lost-lines-explained",
    "no-newly-uncovered-unchanged",
  ]);
});
