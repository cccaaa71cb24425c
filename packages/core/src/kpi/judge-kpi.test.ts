import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judgeKpi } from "./judge-kpi.ts";
import type { KpiPlan } from "./kpi.ts";

const RATIO: KpiPlan = {
  id: "maker_taker_ratio",
  select: { from: "summary", path: "maker_taker_ratio" },
  aggregate: "hmean",
  window: 8,
  minSamples: 8,
  strict: { operator: ">=", value: 0.83 },
  soft: { operator: ">=", value: 0.8 },
  unit: null,
};
const P95: KpiPlan = {
  ...RATIO,
  id: "p95_latency_ms",
  aggregate: "p95",
  window: 4,
  minSamples: 3,
  strict: { operator: "<=", value: 340 },
  soft: null,
  unit: "ms",
};
const eight = (value: number): number[] => Array.from({ length: 8 }, () => value);

test("the seed's goals, at the bound and beyond it", () => {
  assert.equal(judgeKpi(RATIO, eight(0.83), "strict").outcome, "pass");
  const result = judgeKpi(RATIO, eight(0.82), "strict");
  assert.equal(result.outcome, "fail");
  assert.equal(result.reason, "hmean of 8 is 0.82, wanted at least 0.83");
  assert.equal(judgeKpi(P95, [300, 310, 320, 341], "strict").reason, "p95 of 4 is 341 ms, wanted at most 340 ms");
  assert.equal(judgeKpi(P95, [300, 310, 320, 340], "strict").outcome, "pass");
});

test("the soft set has its own bound, or the strict one", () => {
  assert.equal(judgeKpi(RATIO, eight(0.82), "soft").outcome, "pass");
  assert.deepEqual(judgeKpi(RATIO, eight(0.82), "soft").bound, { operator: ">=", value: 0.8 });
  assert.equal(judgeKpi(P95, [1, 2, 3, 341], "soft").outcome, "fail");
});

test("only the window counts, the trend is of all", () => {
  const result = judgeKpi(P95, [900, 900, 300, 310, 320, 330], "strict");
  assert.deepEqual(result.values, [300, 310, 320, 330]);
  assert.equal(result.outcome, "pass");
  assert.equal(result.trend, "down");
});

test("a gap or NaN in the window decides nothing, whatever stands beside it", () => {
  for (const gap of [null, Number.NaN, Infinity]) {
    const result = judgeKpi(P95, [1, 1, gap, 1], "strict");
    assert.equal(result.outcome, "inconclusive");
    assert.equal(result.value, null);
    assert.deepEqual(result.values, [1, 1, null, 1]);
    assert.equal(result.reason, "1 of the last 4 iterations have no value");
  }
  assert.equal(judgeKpi(P95, [null, 1, 1, 1, 1], "strict").outcome, "pass");
});

test("too few values, none, and what has no mean decide nothing", () => {
  assert.equal(judgeKpi(P95, [1, 2], "strict").reason, "2 values, 3 are needed");
  assert.equal(judgeKpi({ ...P95, minSamples: 0 }, [], "strict").reason, "there is no value");
  const zero = judgeKpi(RATIO, [...eight(0.9).slice(1), 0], "strict");
  assert.equal(zero.outcome, "inconclusive");
  assert.equal(zero.reason, "a value that is not above 0 has no harmonic mean");
  const huge = judgeKpi({ ...P95, aggregate: "sum" }, [1.7e308, 1.7e308, 1], "strict");
  assert.equal(huge.reason, "there is no sum of the values");
  assert.throws(() => judgeKpi({ ...P95, window: 0 }, [1], "strict"), RangeError);
});

test("it passes only with a full, finite window within the bound", () => {
  const values = fc.array(fc.option(fc.double({ min: -500, max: 500 })), { maxLength: 12 });
  fc.assert(
    fc.property(values, (list) => {
      const { outcome, value } = judgeKpi({ ...P95, aggregate: "max" }, list, "strict");
      const window = list.slice(-4);
      const whole = window.length >= 3 && window.every((one) => one !== null && Number.isFinite(one));
      assert.equal(outcome === "inconclusive", !whole);
      assert.equal(outcome === "pass", whole && Math.max(...window.map(Number)) <= 340);
      assert.equal(value === null, !whole);
    }),
  );
});
