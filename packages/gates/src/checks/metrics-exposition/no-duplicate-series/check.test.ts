import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("each duplicate is told at its line", () => {
  const problems = [4, 9].map((line) => problemOf("duplicate-series", { line }));
  const result = judgeScene(check, expositionScene({ problems }));
  assert.deepEqual([result.observed, result.locations.map(({ line }) => line)], [2, [4, 9]]);
});

test("a name of two families is told beside a series that stands twice", () => {
  const problems = [problemOf("name-clash", { text: "both write a_sum", family: null }), problemOf("duplicate-series")];
  const result = judgeScene(check, expositionScene({ problems }));
  assert.deepEqual([result.code, result.observed], ["duplicate", 2]);
  assert.match(result.reason, /both write a_sum/);
});
