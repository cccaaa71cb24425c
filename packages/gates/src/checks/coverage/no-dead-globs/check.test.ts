import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

test("each dead pattern is told once, though every report carries it", () => {
  const reports = [coverage({ deadGlobs: ["b/**", "a/**"] }), coverage({ report: "process", deadGlobs: ["a/**"] })];
  const result = judgeScene(check, { bodies: { [KIND.coverage]: reports } });
  assert.equal(result.reason, "2 patterns fit no tracked file: a/**, b/**");
  assert.equal(result.observed, 2);
  assert.deepEqual(
    result.locations.map((place) => place.text),
    ["a/** fits no tracked file", "b/** fits no tracked file"],
  );
});
