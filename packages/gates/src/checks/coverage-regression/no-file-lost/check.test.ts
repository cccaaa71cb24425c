import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(
  before: readonly string[],
  now: readonly string[],
  unmeasured: readonly string[],
): ReturnType<typeof judgeScene> {
  const reports = [{ id: "unit", format: "lcov", instrumenter: "node" }];
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage({ files: now.map((path) => coveredFile(path)), unmeasured })] },
    baselineFacts: { coverage: { reports, totals: {}, files: before } },
  });
}

const ten = Array.from({ length: 10 }, (_, index) => `f${index}.ts`);

test("one file of ten may be deleted without a word, two are told", () => {
  assert.equal(judged(ten, ten.slice(1), []).outcome, "pass");
  assert.equal(judged(ten, ten.slice(1), []).observed, 9);
  const result = judged(ten, ten.slice(2), []);
  assert.equal(result.outcome, "warn");
  assert.match(result.reason, /^2 of 10 files no longer count as source, 1 may: f0\.ts, f1\.ts$/);
});

test("a file that is still source must be measured, whatever the share", () => {
  const result = judged(ten, ten.slice(1), ["f0.ts", "new.ts"]);
  assert.equal(result.code, "file-lost");
  assert.deepEqual(
    result.locations.map((place) => place.file),
    ["f0.ts"],
  );
});

test("new files do not matter here", () => {
  assert.equal(judged(["a.ts"], ["a.ts", "b.ts"], ["c.ts"]).outcome, "pass");
});
