import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageMismatch } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const lying: CoverageMismatch = {
  file: "a.ts",
  line: 9,
  metric: "branches",
  declared: { covered: 4, total: 4 },
  counted: { covered: 1, total: 4 },
};
const untidy: CoverageMismatch = { ...lying, declared: { covered: 1, total: 5 } };

test("the file, the line of the report and both counts are said", () => {
  const result = judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ mismatches: [lying] })] } });
  assert.equal(result.reason, "unit: line 9 declares 4 of 4 branches of a.ts, its records show 1 of 4");
  assert.deepEqual(result.locations, [{ file: "a.ts", text: "unit:9: 4 of 4 branches declared, 1 of 4 counted" }]);
});

test("a claim of too much outweighs untidy totals of other reports", () => {
  const reports = [coverage({ mismatches: [untidy] }), coverage({ report: "b", mismatches: [lying] })];
  const result = judgeScene(check, { bodies: { [KIND.coverage]: reports } });
  assert.equal(result.outcome, "fail");
  assert.equal(result.locations.length, 2);
});
