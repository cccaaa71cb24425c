import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile, CoverageBody, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { changedFile, changes } from "../../../scenes/changes.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

function judged(
  now: Partial<CoverageBody>,
  files: readonly ChangedFile[],
  params: JsonObject = {},
): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage(now)], [KIND.changes]: [changes({ files })] },
    baselineFacts: promotedCoverage([coverage({ files: [coveredFile("a.ts"), coveredFile("b.ts")] })]),
    params,
  });
}

test("a file that was deleted is not left out, one that is source and unmeasured is another check's business", () => {
  const removed = changedFile({ path: "b.ts", status: "removed", hunks: [] });
  assert.equal(judged({ files: [coveredFile("a.ts")] }, [removed]).outcome, "pass");
  assert.equal(judged({ files: [coveredFile("a.ts")], unmeasured: ["b.ts"] }, []).outcome, "pass");
  const result = judged({ files: [coveredFile("a.ts")] }, []);
  assert.match(result.reason, /^1 of 2 files measured at the last promotion count as source no more: b\.ts$/);
});

test("so many uncovered lines may be left out, those that changed are not asked", () => {
  const now = {
    files: [coveredFile("a.ts", { lines: { covered: 9, total: 9 }, uncoveredLines: "" }), coveredFile("b.ts")],
  };
  assert.deepEqual(judged(now, []).locations, [
    { file: "a.ts", line: 7, text: "line 7 uncovered then, not measured now" },
  ]);
  assert.equal(judged(now, [], { maxLines: 1 }).outcome, "pass");
  const changed = changedFile({ path: "a.ts", hunks: [{ baseStart: 7, baseLines: 1, start: 7, lines: 1 }] });
  assert.equal(judged(now, [changed]).outcome, "pass");
});

test("files are compared though another instrument measures", () => {
  const files = [coveredFile("a.ts")];
  assert.equal(judged({ files, instrumenter: "v8" }, []).code, "files-excluded");
  assert.equal(judged({ files: [...files, coveredFile("b.ts")], instrumenter: "v8" }, []).outcome, "pass");
});
