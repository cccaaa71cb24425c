import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { coverageExceptions, exception, inDays } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

test("only what is uncovered now counts, and no more than was decided", () => {
  const disk = (covered: number): ReturnType<typeof coveredFile> =>
    coveredFile("src/store/disk.ts", { lines: { covered, total: 10 } });
  const observed = (covered: number): unknown =>
    judgeScene(check, {
      bodies: {
        [KIND.coverageExceptions]: [coverageExceptions()],
        [KIND.coverage]: [
          coverage({ files: [disk(covered), coveredFile("src/big.ts", { lines: { covered: 990, total: 990 } })] }),
        ],
      },
    }).observed;
  assert.deepEqual([observed(10), observed(8), observed(7), observed(0)], [0, 2, 3, 3]);
});

test("an exception that this commit brings is counted too, an ended or resolved one is not", () => {
  const observed = (changes: Parameters<typeof exception>[0]): unknown =>
    judgeScene(check, {
      bodies: {
        [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [exception(changes)] })],
        [KIND.coverage]: [coverage()],
      },
    }).observed;
  assert.equal(observed({ introducedIn: null }), 1);
  assert.equal(observed({ expiresAt: inDays(-1) }), 0);
  assert.equal(observed({ resolved: { at: inDays(-1), by: "Ada", why: "reached", final: null } }), 0);
});
