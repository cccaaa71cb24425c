import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { changedFile, changes } from "../../../scenes/changes.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(params: JsonObject, changed = false): ReturnType<typeof judgeScene> {
  const now = coveredFile("a.ts", { lines: { covered: 6, total: 10 }, coveredLines: "1-6", uncoveredLines: "7-10" });
  const files = changed
    ? [changedFile({ path: "a.ts", hunks: [{ baseStart: 8, baseLines: 3, start: 8, lines: 3 }] })]
    : [];
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage({ files: [now] })], [KIND.changes]: [changes({ files })] },
    baselineFacts: promotedCoverage([coverage({ files: [coveredFile("a.ts")] })]),
    params,
  });
}

test("limits are met exactly", () => {
  assert.equal(judged({ warnAbove: 3 }).outcome, "pass");
  assert.equal(judged({ warnAbove: 2, failAbove: 3 }).outcome, "warn");
  assert.equal(judged({ warnAbove: 2, failAbove: 2 }).outcome, "fail");
  assert.equal(judged({ warnAbove: 9, failAbove: 2 }).outcome, "fail", "a warning limit shields from no failure");
});

test("lines that changed are not asked, the others are named", () => {
  assert.equal(judged({}, true).outcome, "pass");
  assert.deepEqual(judged({}).locations, [
    { file: "a.ts", line: 8, text: "lines 8-10 unchanged, covered then, uncovered now" },
  ]);
});
