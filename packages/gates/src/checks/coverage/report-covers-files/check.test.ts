import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(tracked: number, minFiles: number): ReturnType<typeof judgeScene> {
  const files = Array.from({ length: 5 }, (_, index) => coveredFile(`f${index}.ts`, { resolved: index < tracked }));
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] }, params: { minFiles } });
}

test("tracked files are counted, the limit is met exactly", () => {
  assert.equal(judged(3, 3).outcome, "pass");
  assert.equal(judged(3, 4).flip, "would pass with 1 more tracked file");
  assert.equal(judged(3, 4).observed, 3);
});

test("no limit allows a report about nothing", () => {
  assert.equal(judged(0, 0).code, "no-tracked-file");
  assert.equal(
    judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files: [] })] }, params: { minFiles: 0 } }).outcome,
    "missing",
  );
});
