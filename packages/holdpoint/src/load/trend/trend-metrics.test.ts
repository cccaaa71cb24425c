import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { loadRun } from "./testing-trend.ts";
import { metricText, P99, trendMetric } from "./trend-metrics.ts";

test("each name is its own figure, with its sense", () => {
  const run = loadRun(40, { service: { p50: 1, p95: 2, p99: 3 }, achieved: 480, failedShare: 0.25 });
  const told = ["p50", "p95", "p99", "service.p50", "service.p95", "service.p99", "achieved", "failed"].map((name) => {
    const { id, better, of } = trendMetric(name);
    return [id, better, of(run)];
  });
  assert.deepEqual(told, [
    ["response.p50", "lower", 10],
    ["response.p95", "lower", 20],
    ["response.p99", "lower", 40],
    ["service.p50", "lower", 1],
    ["service.p95", "lower", 2],
    ["service.p99", "lower", 3],
    ["achieved", "higher", 480],
    ["failed", "lower", 25],
  ]);
  assert.equal(trendMetric("response.p99"), P99);
});

test("what was not measured is null, never 0", () => {
  for (const name of ["p99", "service.p50", "achieved", "failed"])
    assert.equal(trendMetric(name).of(loadRun(null)), null, name);
  assert.equal(metricText(P99, null), "-");
});

test("a name that is none is refused with those that there are", () => {
  for (const [name, hint] of [
    ["p42", /none of response\.p50, /],
    ["service.p98", /did you mean "service\.p/],
    ["fialed", /did you mean "failed"\?/],
  ] as const) {
    assert.throws(
      () => trendMetric(name),
      (thrown: Error) => isHoldpointError(thrown) && thrown.code === "HP-USAGE" && hint.test(thrown.message),
    );
  }
});

test("figures are told in their unit", () => {
  assert.equal(metricText(P99, 20.04), "20.0 ms");
  assert.equal(metricText(trendMetric("achieved"), 500), "500/s");
  assert.equal(metricText(trendMetric("failed"), 0.123456), "0.123 %");
});
