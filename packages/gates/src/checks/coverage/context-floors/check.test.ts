import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, context, coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const covered = (coveredLines: string): CoverageBody["contexts"] => [
  { id: "security", files: [{ path: "src/store/disk.ts", coveredLines }] },
];

function judged(lines: number, ...reports: readonly CoverageBody["contexts"][]): ReturnType<typeof judgeScene> {
  const bodies = reports.map((contexts, index) => coverage({ report: `r${index}`, contexts }));
  return judgeScene(check, {
    bodies: { [KIND.coverage]: bodies },
    params: { contexts: asParam([context({ lines })]) },
  });
}

test("what several reports record of a context is united, and met exactly", () => {
  assert.equal(judged(60, covered("1-4"), covered("3-6")).outcome, "pass");
  assert.equal(judged(60, covered("1-4"), covered("3-6")).observed, "security lines 60.00%");
  assert.equal(judged(60.01, covered("1-4"), covered("3-6")).code, "below-floor");
});

test("the denominator is every measured line of the files, uncovered ones too", () => {
  const result = judged(100, covered("1-10"));
  assert.equal(result.outcome, "pass", "a line that only the context covers is covered");
  assert.equal(judged(95, covered("1-6,8-10")).reason, "context security: lines 90.00% (9 of 10), 1 line short of 95%");
});

test("a miss says which lines no test of the context looks at", () => {
  assert.deepEqual(judged(90, covered("1-6")).locations, [
    { file: "src/store/disk.ts", line: 7, text: "4 lines not covered by the context: 7-10" },
  ]);
});

test("without contexts nothing is judged; another context is not this one", () => {
  const bodies = { [KIND.coverage]: [coverage()] };
  assert.equal(judgeScene(check, { bodies }).outcome, "not-applicable");
  assert.equal(judged(1, [{ id: "reliability", files: [] }]).code, "context-not-recorded");
});
