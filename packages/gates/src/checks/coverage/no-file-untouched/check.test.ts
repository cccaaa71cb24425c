import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const untouched = { lines: { covered: 0, total: 3 }, uncoveredLines: "1-3" } as const;

function judged(number: number, max: number): ReturnType<typeof judgeScene> {
  const files = [
    coveredFile("src/a.ts"),
    ...Array.from({ length: number }, (_, index) => coveredFile(`n${index}.ts`, untouched)),
  ];
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] }, params: { max } });
}

test("untouched files warn up to the limit and fail beyond it", () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((number) => judged(number, 2).outcome),
    ["pass", "warn", "warn", "fail"],
  );
  assert.equal(judged(3, 2).flip, "would warn at <= 2 untouched files");
  assert.deepEqual(judged(1, 2).locations, [{ file: "n0.ts", text: "0 of 3 lines covered" }]);
});

test("a file without lines, or without a line count, is not untouched", () => {
  const files = [coveredFile("types.ts", { lines: { covered: 0, total: 0 } }), coveredFile("b.ts", { lines: null })];
  assert.equal(judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] } }).outcome, "pass");
});

test("a file that another report touches is touched", () => {
  const reports = [
    coverage({ files: [coveredFile("a.ts", untouched)] }),
    coverage({ report: "b", files: [coveredFile("a.ts")] }),
  ];
  assert.equal(judgeScene(check, { bodies: { [KIND.coverage]: reports } }).outcome, "pass");
});
