import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { resources, resourceSeries, resourcesScene, withSeries } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

test("a program without a heap that can be read is not asked", () => {
  for (const scene of [
    withSeries(resourcesScene(), "heap", () => null),
    withSeries(resourcesScene(), "heap", (series) => ({ ...series, points: [], unreadable: 600 })),
  ]) {
    const { outcome, code } = judgeScene(check, scene);
    assert.deepEqual([outcome, code], ["not-applicable", "not-told"]);
  }
});

test("one program that tells its heap is judged beside one that does not", () => {
  const silent = resources({ subject: "proxy", series: [resourceSeries("rss", 9e7)] });
  const leaking = resources({ series: [resourceSeries("heap", 4e7, 2e5)] });
  assert.equal(judgeScene(check, { bodies: { [KIND.resources]: [silent, leaking] } }).code, "leak");
  assert.equal(judgeScene(check, { bodies: { [KIND.resources]: [silent, resources()] } }).outcome, "pass");
});

test("the sawtooth of collections is no growth, however high", () => {
  const scene = withSeries(resourcesScene(), "heap", (series) => ({
    ...series,
    points: series.points.map(([atMs], index) => [atMs, 4e7 + (index % 20) * 5e6] as const),
  }));
  assert.equal(judgeScene(check, scene).outcome, "pass");
});
