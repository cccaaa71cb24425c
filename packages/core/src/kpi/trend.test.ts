import assert from "node:assert/strict";
import { test } from "node:test";
import { kpiTrend } from "./trend.ts";

test("the last quarter against the first, beyond 5 %", () => {
  assert.equal(kpiTrend([100, 100, 0, 0, 0, 0, 105, 105]), "flat");
  assert.equal(kpiTrend([100, 100, 0, 0, 0, 0, 106, 106]), "up");
  assert.equal(kpiTrend([100, 100, 0, 0, 0, 0, 94, 94]), "down");
  assert.equal(kpiTrend([-100, 0, 0, -106]), "down");
  assert.equal(kpiTrend([-100, 0, 0, -94]), "up");
});

test("medians: one outlier in a quarter is no trend", () => {
  assert.equal(kpiTrend([1, 1, 1, 2, 2, 2, 9, 9, 9, 1, 1, 50]), "flat");
});

test("from zero every change is one", () => {
  assert.equal(kpiTrend([0, 0, 0, 0]), "flat");
  assert.equal(kpiTrend([0, 0, 0, 0.001]), "up");
});

test("too few values and gaps tell nothing, a gap in the middle does not matter", () => {
  assert.equal(kpiTrend([]), "unknown");
  assert.equal(kpiTrend([1, 2, 3]), "unknown");
  assert.equal(kpiTrend([null, 2, 3, 4]), "unknown");
  assert.equal(kpiTrend([1, 2, 3, Number.NaN]), "unknown");
  assert.equal(kpiTrend([1, null, 3, 1]), "flat");
});
