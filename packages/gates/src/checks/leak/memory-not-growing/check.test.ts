import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { resources, resourceSeries, resourcesScene } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

const growing = (perS: number): ReturnType<typeof judgeScene> =>
  judgeScene(check, resourcesScene({ series: [resourceSeries("rss", 9e7, perS)] }));

test("the limit is a rate per 24 hours, and the resolution an amount", () => {
  // 134 MB a day are 1,553 bytes a second; 17 MB in nine minutes are 31,069.
  assert.deepEqual([growing(1400).outcome, growing(1400).code], ["pass", "pass"]);
  assert.equal(growing(2000).code, "below-resolution");
  assert.equal(growing(30_000).code, "below-resolution");
  assert.equal(growing(32_000).code, "leak");
});

test("it says how fast, with the interval and the limit", () => {
  const { reason, observed, threshold, flip } = growing(100_000);
  assert.match(reason, /^resident memory of gateway: grows by 86\d\d\.\d MB per 24 h \(/u);
  assert.match(reason, /\(\d+\.\d MB to \d+\.\d MB per 24 h, 134\.2 MB may\)$/u);
  assert.ok(typeof observed === "number" && Math.abs(observed - 8.64e9) < 1e8);
  assert.deepEqual([threshold, flip], [134_217_728, "would pass at <= 134.2 MB per 24 h"]);
});

test("one subject that leaks is not outweighed by one that does not", () => {
  const leaking = resources({ subject: "worker", series: [resourceSeries("rss", 9e7, 2e5)] });
  const { outcome, reason } = judgeScene(check, { bodies: { [KIND.resources]: [resources(), leaking] } });
  assert.equal(outcome, "fail");
  assert.match(reason, /of worker/);
});

test("a process that gives memory back passes", () => {
  assert.equal(growing(-20_000).outcome, "pass");
});
