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

test("each component is compared with itself, within the tolerance", () => {
  assert.equal(judged([store(90)], [store(88)], {}).outcome, "pass");
  const result = judged([store(90)], [store(87)], {}, { id: "all", paths: ["src/**"] });
  assert.equal(result.code, "fell");
  assert.match(result.reason, /^component store: lines fell from 90\.00% .*; component all: lines fell/);
});

test("a component that had no file then is new", () => {
  const result = judged([coveredFile("src/cart.ts")], [store(10)], {});
  assert.equal(result.reason, "0 components no lower than at the last promotion, 1 new");
});

test("critical components are another check's business, and without any there is none", () => {
  assert.equal(judged([store(90)], [store(10)], { critical: true }).outcome, "not-applicable");
  assert.equal(judged([store(90)], [store(10)]).outcome, "not-applicable");
});
