import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig, CoverageFile } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(
  then: readonly CoverageFile[],
  now: readonly CoverageFile[],
  ...components: readonly Partial<ComponentConfig>[]
): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage({ files: now })] },
    baselineFacts: promotedCoverage([coverage({ files: then })]),
    params: { components: asParam(components.map((one) => component(one))) },
  });
}

const store = (covered: number): CoverageFile => coveredFile("src/store/disk.ts", { lines: { covered, total: 100 } });

test("not even a hundredth of a point is tolerated", () => {
  const large = (covered: number): CoverageFile =>
    coveredFile("src/store/disk.ts", { lines: { covered, total: 100_000 } });
  assert.equal(judged([large(90_000)], [large(90_000)], { critical: true }).outcome, "pass");
  assert.equal(judged([large(90_000)], [large(89_999)], { critical: true }).code, "fell");
});

test("others are another check's business", () => {
  assert.equal(judged([store(90)], [store(10)], {}).outcome, "not-applicable");
  assert.equal(
    judged([store(90)], [store(10)], {}, { id: "keys", critical: true }).reason.split(":")[0],
    "component keys",
  );
});
