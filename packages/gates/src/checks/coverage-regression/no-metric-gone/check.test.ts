import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageFile } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(then: readonly CoverageFile[], now: readonly CoverageFile[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage({ files: now })] },
    baselineFacts: promotedCoverage([coverage({ files: then })]),
  });
}

const without = (path: string): CoverageFile => coveredFile(path, { branches: null });

test("what is new, and a metric that is new, is no loss", () => {
  assert.equal(judged([without("a.ts")], [coveredFile("a.ts")]).outcome, "pass");
  assert.equal(judged([coveredFile("a.ts")], [coveredFile("a.ts"), without("b.ts")]).outcome, "pass");
});

test("files that lost a metric are named, those that are gone are not asked", () => {
  const result = judged(
    ["a.ts", "b.ts", "c.ts"].map((path) => coveredFile(path)),
    [without("a.ts"), coveredFile("b.ts")],
  );
  assert.equal(result.reason, "branches are no longer measured in 1 file: a.ts");
  assert.deepEqual(
    result.locations.map(({ file }) => file),
    ["a.ts"],
  );
});
