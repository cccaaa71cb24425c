import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

test("new files of a glob count, and what is not measured does not", () => {
  const exceptions = [exception({ path: "src/**", matches: ["src/a.ts", "src/b.ts"] })];
  const files = [coveredFile("src/a.ts", { lines: { covered: 8, total: 10 } })];
  const judged = (...more: typeof files): ReturnType<typeof judgeScene> =>
    judgeScene(check, {
      bodies: {
        [KIND.coverageExceptions]: [coverageExceptions({ exceptions })],
        [KIND.coverage]: [coverage({ files: [...files, ...more] })],
      },
    });
  assert.equal(judged().outcome, "pass");
  assert.equal(judged(coveredFile("src/b.ts")).outcome, "pass");
  const result = judged(coveredFile("src/b.ts", { lines: { covered: 0, total: 2 } }));
  assert.equal(result.reason, "cov-1 (src/**, lines, Ada) was decided for 3 uncovered lines, and there are 4");
  assert.equal(judged(coveredFile("src/b.ts", { lines: null })).outcome, "pass");
});
