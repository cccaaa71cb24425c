import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { latencySummary, load, loadSeries } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

test("every series is computed again, and the one that differs is named", () => {
  const other = loadSeries(500, { of: "tag", name: "read" });
  assert.equal(judged({ series: [loadSeries(10_000), other] }).observed, 2);
  const harmed = { ...other, summary: latencySummary(499, 2) };
  assert.match(
    judged({ series: [loadSeries(10_000), harmed] }).reason,
    /^tag read of load load: count is said to be 499/,
  );
});

test("the mean is not held against anything: it is rounded", () => {
  const summary = latencySummary(10_000);
  assert.ok(summary !== null);
  assert.equal(judged({ response: { ...summary, mean: summary.mean + 0.001 } }).outcome, "pass");
});

test("a tool with one clock is computed again by that one", () => {
  const series = [loadSeries(10_000, { response: null, summary: null })];
  assert.equal(judged({ trust: "open-service-only", response: null, series }).outcome, "pass");
});

test("a run in which nothing ended has no histogram", () => {
  assert.equal(judged({ completed: 0, series: [] }).outcome, "pass");
});
