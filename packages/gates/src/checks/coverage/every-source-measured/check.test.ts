import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(maxUnmeasured: number): ReturnType<typeof judgeScene> {
  const body = coverage({ unmeasured: ["src/a.ts", "src/b.ts"] });
  return judgeScene(check, { bodies: { [KIND.coverage]: [body] }, params: { maxUnmeasured } });
}

test("the limit is met exactly, and what is allowed is listed all the same", () => {
  assert.equal(judged(2).outcome, "pass");
  assert.deepEqual(
    judged(2).locations.map((place) => place.file),
    ["src/a.ts", "src/b.ts"],
  );
  assert.equal(judged(1).reason, "2 source files measured by no report, 1 allowed: src/a.ts, src/b.ts");
  assert.equal(judged(1).flip, "would pass at <= 1 unmeasured files");
});

test("one report may measure what the other leaves out", () => {
  const unit = coverage({ files: [coveredFile("a.ts")], unmeasured: ["b.ts"] });
  const process = coverage({ report: "process", files: [coveredFile("b.ts")], unmeasured: ["a.ts"] });
  const result = judgeScene(check, { bodies: { [KIND.coverage]: [unit, process] } });
  assert.equal(result.reason, "2 files measured, 0 not, 0 allowed");
});
