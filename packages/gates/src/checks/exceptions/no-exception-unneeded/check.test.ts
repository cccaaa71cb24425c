import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

function judged(covered: number, changes: Parameters<typeof exception>[0] = {}): ReturnType<typeof judgeScene> {
  const files = [coveredFile("src/store/disk.ts", { lines: { covered, total: 20 } })];
  return judgeScene(check, {
    bodies: {
      [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [exception(changes)] })],
      [KIND.coverage]: [coverage({ files })],
    },
    params: { components: asParam([component()]) },
  });
}

test("needed until the floor is reached to the line", () => {
  assert.equal(judged(16).outcome, "pass");
  assert.equal(judged(17).code, "reached");
  assert.match(judged(17).reason, /lines 85\.00% \(17 of 20\), asked is 85%/);
});

test("without files there is nothing to reach", () => {
  assert.equal(judged(17, { matches: [] }).outcome, "pass");
});
