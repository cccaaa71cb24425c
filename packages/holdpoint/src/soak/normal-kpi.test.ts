import assert from "node:assert/strict";
import { test } from "node:test";
import { kpiTroubles, normalKpi } from "./normal-kpi.ts";
import type { RawKpi } from "./raw-soak.ts";

const RAW: RawKpi = { id: "p95", select: { summary: "p95" }, strict: "<= 300" };
const ALL = { isLoad: true, hasMetrics: true } as const;

test("few samples are enough for a small window, three for a large one, and what is said is what counts", () => {
  const of = (window?: number, minSamples?: number): number =>
    normalKpi({
      ...RAW,
      ...(window === undefined ? {} : { window }),
      ...(minSamples === undefined ? {} : { minSamples }),
    }).minSamples;
  assert.deepEqual([of(), of(1), of(2), of(3), of(100), of(100, 50)], [3, 1, 2, 3, 3, 50]);
});

test("a bound is its direction and its number, below 0 and with a fraction too", () => {
  const bound = (strict: string) => normalKpi({ ...RAW, strict }).strict;
  assert.deepEqual(bound(">= -0.5"), { operator: ">=", value: -0.5 });
  assert.deepEqual(bound("<= 1000000"), { operator: "<=", value: 1_000_000 });
  assert.deepEqual(normalKpi({ ...RAW, soft: "<= 400" }).soft, { operator: "<=", value: 400 });
});

test("a source is one of four; of metrics it is the value where nothing else is said", () => {
  const select = (raw: RawKpi["select"]) => normalKpi({ ...RAW, select: raw }).select;
  assert.deepEqual(select({ load: "response.p95" }), { from: "load", path: "response.p95" });
  assert.deepEqual(select({ share: { of: ["a"], rest: ["b"] } }), { from: "share", of: ["a"], rest: ["b"] });
  assert.deepEqual(select({ prometheus: "up" }), { from: "prometheus", metric: "up", labels: {}, as: "value" });
  assert.deepEqual(select({ prometheus: "m", labels: { code: "500" }, as: "rate" }), {
    from: "prometheus",
    metric: "m",
    labels: { code: "500" },
    as: "rate",
  });
});

const told = (change: Partial<RawKpi>, target: { isLoad: boolean; hasMetrics: boolean } = ALL): string[] =>
  kpiTroubles({ ...RAW, ...change }, ["kpis", "2"], target).map(({ path, text }) => `${path.join(".")}: ${text}`);

test("a KPI that is right has no troubles, of whatever source", () => {
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ select: { load: "p95" } }), []);
  assert.deepEqual(told({ select: { prometheus: "m", labels: {}, as: "p95" } }), []);
  assert.deepEqual(told({ soft: "<= 9", window: 3, minSamples: 3 }), []);
});

test("what the target cannot give is told, each by what is missing", () => {
  const none = { isLoad: false, hasMetrics: false };
  assert.deepEqual(told({ select: { load: "p95" } }, none), ["kpis.2.select.load: the target is no load"]);
  assert.deepEqual(told({ select: { prometheus: "m" } }, none), [
    'kpis.2.select.prometheus: the target has no "metrics"',
  ]);
  assert.deepEqual(told({ select: { load: "p95" } }, { ...none, isLoad: true }), []);
});

test("two sources, and labels of none, are told together", () => {
  assert.deepEqual(told({ select: { summary: "a", load: "b", labels: { a: "b" } } }), [
    "kpis.2.select: p95 has one source, not summary and load",
    'kpis.2.select: "labels" and "as" belong to "prometheus"',
  ]);
});

test("a window of the standard size counts like one that is written", () => {
  assert.deepEqual(told({ minSamples: 9 }), ["kpis.2.minSamples: 9 values are never in a window of 8"]);
  assert.deepEqual(told({ minSamples: 8 }), []);
});
