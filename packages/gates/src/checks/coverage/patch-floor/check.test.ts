import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { addedFile, changedFile, changes } from "../../../scenes/changes.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const half = coveredFile("src/half.ts", {
  lines: { covered: 10, total: 20 },
  coveredLines: "1-10",
  uncoveredLines: "11-13,15-21",
});

function judged(files: readonly ChangedFile[], params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: {
      [KIND.coverage]: [coverage({ files: [half, coveredFile("src/cart.ts")] })],
      [KIND.changes]: [changes({ files })],
    },
    params,
  });
}

test("each run of uncovered changed lines is named", () => {
  const result = judged([addedFile("src/half.ts", 21)]);
  assert.equal(result.reason, "50.00% of the changed lines are covered (10 of 20), 6 lines short of 80%");
  assert.equal(result.flip, "would pass with 6 more changed lines covered");
  assert.deepEqual(result.locations, [
    { file: "src/half.ts", line: 11, text: "lines 11-13 changed and uncovered" },
    { file: "src/half.ts", line: 15, text: "lines 15-21 changed and uncovered" },
  ]);
});

test("a small change is not held to the share, unless the profile says how much may be uncovered", () => {
  const small = addedFile("src/half.ts", 20);
  const result = judged([small]);
  assert.equal(result.outcome, "pass");
  assert.match(result.reason, /^52\.63% \(10 of 19\) of the lines .*, fewer than the 20 from which on/);
  assert.equal(judged([small], { maxUncovered: 8 }).code, "too-many-uncovered");
  assert.equal(judged([small], { maxUncovered: 9 }).outcome, "pass");
  assert.equal(judged([small], { minLines: 19 }).code, "below-floor");
});

test("nothing changed was looked at and passes; so does a change without measured lines", () => {
  assert.equal(judged([]).reason, "nothing changed since 555555555555");
  assert.match(judged([changedFile({ path: "README.md" })]).reason, /^no measured line changed/);
});

test("a base that was named does where nothing was promoted", () => {
  const [one, other] = [changes(), changes({ base: { commit: "a".repeat(40), from: "option" } })];
  for (const body of [one, other])
    assert.equal(
      judgeScene(check, { bodies: { [KIND.coverage]: [coverage()], [KIND.changes]: [body] } }).outcome,
      "pass",
    );
  const bodies = { [KIND.coverage]: [coverage()], [KIND.changes]: [changes({ base: null, files: [] })] };
  assert.equal(judgeScene(check, { bodies }).code, "baseline-missing", "nothing promoted, nothing named");
});

test("a limit that is none is an error", () => {
  assert.equal(judged([], { maxUncovered: -1 }).code, "check-threw");
});
