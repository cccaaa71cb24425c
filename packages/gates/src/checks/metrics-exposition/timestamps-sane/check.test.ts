import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("a problem without a line is told with its file", () => {
  const problems = [problemOf("scrapes-out-of-order", { line: null, column: null, text: "older" })];
  const result = judgeScene(check, expositionScene({ problems }));
  assert.equal(result.reason, "1 problem of order: metrics/2.prom: older");
  assert.deepEqual(result.locations, []);
});
