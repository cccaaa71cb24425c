import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig, CoverageFile, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(
  changes: Partial<ComponentConfig>,
  files: readonly CoverageFile[] = [coveredFile("src/store/a.ts")],
  params: JsonObject = {},
): ReturnType<typeof judgeScene> {
  const floors = { lines: 90, branches: 80 };
  const components = asParam([component({ critical: true, floors, ...changes })]);
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] }, params: { components, ...params } });
}

test("floors are met exactly, and a floor for branches is wanted too", () => {
  assert.equal(judged({}).outcome, "pass");
  assert.equal(judged({ floors: { lines: 90.01, branches: 80 } }).code, "below-floor");
  assert.equal(judged({ floors: { lines: 90 } }).observed, "no floor");
  assert.equal(judged({}, undefined, { minPercent: 80.5 }).code, "floor-too-low");
});

test("every file is asked, one without lines apart", () => {
  const files = [
    coveredFile("src/store/a.ts", { lines: { covered: 100, total: 100 } }),
    coveredFile("src/store/types.ts", { lines: { covered: 0, total: 0 } }),
    coveredFile("src/store/low.ts", { lines: { covered: 4, total: 9 }, uncoveredLines: "3-7" }),
    coveredFile("src/store/lower.ts", { lines: { covered: 1, total: 3 }, uncoveredLines: "1-2" }),
  ];
  const result = judged({}, files);
  assert.equal(result.code, "file-below");
  assert.equal(result.observed, "33.33%");
  assert.match(
    result.reason,
    /2 files of it cover less than 50% of their lines: src\/store\/low\.ts, src\/store\/lower\.ts$/,
  );
  assert.equal(judged({}, files, { filePercent: 33.3 }).outcome, "pass");
});

test("components that are not critical do not apply here", () => {
  assert.equal(judged({ critical: false }).outcome, "not-applicable");
});
