import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile, CoverageFile, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { changedFile, changes } from "../../../scenes/changes.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(
  now: readonly CoverageFile[],
  files: readonly ChangedFile[],
  params: JsonObject = {},
): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage({ files: now })], [KIND.changes]: [changes({ files })] },
    baselineFacts: promotedCoverage([coverage({ files: [coveredFile("a.ts"), coveredFile("b.ts")] })]),
    params,
  });
}

const cut = (coveredLines: string, uncoveredLines: string, covered: number, total: number): CoverageFile =>
  coveredFile("a.ts", { lines: { covered, total }, coveredLines, uncoveredLines });

test("removed, newly uncovered and no longer measured are told apart", () => {
  const removed = changedFile({ path: "a.ts", hunks: [{ baseStart: 1, baseLines: 2, start: 0, lines: 0 }] });
  const result = judged([cut("1-3", "4,5,8", 3, 6), coveredFile("b.ts")], [removed]);
  assert.equal(result.code, "not-measured");
  assert.match(
    result.reason,
    /^2 unchanged lines covered .*\(2 removed or changed, 2 newly uncovered, 2 no longer measured\): a\.ts$/,
  );
  assert.deepEqual(result.locations, [{ file: "a.ts", line: 6, text: "lines 6-7 covered then, not measured now" }]);
});

test("what is explained passes, and so many may be unexplained", () => {
  const result = judged([cut("1-6,8", "7,9-10", 7, 10), coveredFile("b.ts")], []);
  assert.equal(
    result.reason,
    "of 18 lines covered at the last promotion: 0 removed or changed, 2 newly uncovered, 0 no longer measured",
  );
  assert.equal(judged([cut("1-6,8-9", "7", 8, 9), coveredFile("b.ts")], [], { maxNotMeasured: 1 }).outcome, "pass");
  assert.equal(judged([cut("1-6,8-9", "7", 8, 9), coveredFile("b.ts")], []).outcome, "fail");
});

test("files without lines may be let go, and are counted", () => {
  const loose = [coveredFile("a.ts", { coveredLines: "", uncoveredLines: "" }), coveredFile("b.ts")];
  const result = judged(loose, [], { unsaid: "accept" });
  assert.equal(result.outcome, "pass");
  assert.match(result.reason, /; of 1 file nobody says$/);
});

test("lines of another instrument are not compared", () => {
  const scene = check.sound();
  const bodies = { ...scene.bodies, [KIND.coverage]: [coverage({ instrumenter: "v8" })] };
  assert.equal(judgeScene(check, { ...scene, bodies }).outcome, "not-applicable");
});
