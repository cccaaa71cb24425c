import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

const reports = (...names: readonly string[]): CoverageBody[] => names.map((report) => coverage({ report }));

function judged(then: readonly CoverageBody[], now: readonly CoverageBody[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.coverage]: now }, baselineFacts: promotedCoverage(then) });
}

test("more reports are welcome, one called otherwise is not gone, one less is", () => {
  assert.equal(judged(reports("a"), reports("a", "b")).outcome, "pass");
  assert.equal(judged(reports("a", "b"), reports("a", "c")).outcome, "pass");
  assert.equal(judged(reports("a", "b"), reports("c")).reason, "2 reports of the last promotion did not come: a, b");
});

test("facts from before shards were kept tell of none", () => {
  const old = {
    coverage: { reports: [{ id: "a", format: "lcov", instrumenter: "node" }], totals: {}, files: ["x.ts"] },
  };
  const result = judgeScene(check, { bodies: { [KIND.coverage]: reports("a") }, baselineFacts: old });
  assert.equal(result.reason, "1 report and 0 shards of the last promotion came again");
});
