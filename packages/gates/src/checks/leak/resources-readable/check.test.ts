import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { resourcesScene, withSeries } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

test("what a program does not tell is only missing where it is wanted", () => {
  const scene = withSeries(resourcesScene(), "heap", () => null);
  assert.equal(judgeScene(check, scene).outcome, "pass");
  const { reason } = judgeScene(check, { ...scene, params: { wanted: ["rss", "heap"] } });
  assert.equal(reason, "heap of gateway was not read");
});

test("one in a hundred may fail, and not one more", () => {
  const failed = (unreadable: number): string =>
    judgeScene(
      check,
      withSeries(resourcesScene(), "rss", (series) => ({ ...series, unreadable })),
    ).code;
  // 601 were read: 6 of 607 are 0.988 %, 7 of 608 are 1.15 %.
  assert.deepEqual([failed(6), failed(7)], ["pass", "readings-failed"]);
});

test("a negative amount is no reading", () => {
  const scene = withSeries(resourcesScene(), "heap", (series) => ({ ...series, points: [[0, -1]] }));
  assert.equal(judgeScene(check, scene).code, "time-not-rising");
});

test("a list that is none is an error", () => {
  assert.equal(judgeScene(check, { ...resourcesScene(), params: { wanted: "rss" } }).outcome, "error");
});
