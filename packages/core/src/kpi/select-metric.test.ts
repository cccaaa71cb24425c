import assert from "node:assert/strict";
import { test } from "node:test";
import type { KpiSelector } from "./kpi.ts";
import type { KpiSample } from "./readings.ts";
import { selectMetric } from "./select-metric.ts";

type As = Extract<KpiSelector, { from: "prometheus" }>["as"];

const sample = (name: string, value: number, labels: Record<string, string> = {}): KpiSample => ({
  name,
  labels: new Map(Object.entries(labels)),
  value,
});

interface Case {
  readonly as: As;
  readonly before?: readonly KpiSample[] | null;
  readonly after: readonly KpiSample[];
  readonly labels?: Record<string, string>;
  readonly elapsedMs?: number;
}

function value({ as, before = [], after, labels = {}, elapsedMs = 10_000 }: Case): number | null {
  return selectMetric({ from: "prometheus", metric: "m", labels, as }, { before, after, elapsedMs });
}

test("the value of one series; of several the labels say which", () => {
  const after = [sample("m", 3, { zone: "a" }), sample("m", 4, { zone: "b", host: "x" }), sample("mm", 9)];
  assert.equal(value({ as: "value", after, before: null, labels: { zone: "b" } }), 4);
  assert.equal(value({ as: "value", after, labels: { zone: "b", host: "" } }), null);
  assert.equal(value({ as: "value", after, labels: { host: "" } }), 3);
  assert.equal(value({ as: "value", after }), null);
  assert.equal(value({ as: "value", after, labels: { zone: "c" } }), null);
  assert.equal(value({ as: "value", after: [sample("m", Number.NaN)] }), null);
});

test("an increase is that of all series, a new one began at 0", () => {
  const before = [sample("m", 5, { code: "200", zone: "a" })];
  const after = [sample("m", 8, { zone: "a", code: "200" }), sample("m", 2, { code: "500" })];
  assert.equal(value({ as: "increase", before, after }), 5);
  assert.equal(value({ as: "rate", before, after }), 0.5);
  assert.equal(value({ as: "rate", before, after, elapsedMs: 0 }), null);
  assert.equal(value({ as: "increase", before: after, after }), 0);
});

test("a counter that fell or went, one scrape, and a name that is not there tell nothing", () => {
  const [five, eight] = [[sample("m", 5)], [sample("m", 8)]];
  assert.equal(value({ as: "increase", before: eight, after: five }), null);
  assert.equal(value({ as: "increase", before: [...five, sample("m", 1, { a: "b" })], after: eight }), null);
  assert.equal(value({ as: "increase", before: null, after: eight }), null);
  assert.equal(value({ as: "rate", before: null, after: eight }), null);
  assert.equal(value({ as: "increase", after: [sample("n", 8)] }), null);
  assert.equal(value({ as: "increase", after: [sample("m", Infinity)] }), null);
});

const buckets = (counts: Record<string, number>, labels: Record<string, string> = {}): KpiSample[] =>
  Object.entries(counts).map(([le, count]) => sample("m_bucket", count, { ...labels, le }));

test("a percentile of what was gained, spread evenly within its bucket", () => {
  const before = buckets({ "0.1": 100, "0.5": 100, "1": 100, "+Inf": 100 });
  const after = buckets({ "0.1": 150, "0.5": 190, "1": 200, "+Inf": 200 });
  assert.equal(value({ as: "p50", before, after }), 0.1);
  assert.equal(value({ as: "p95", before, after }), 0.75);
  assert.equal(value({ as: "p99", after: buckets({ "0.5": 99, "1": 100, "+Inf": 100 }) }), 0.5);
});

test("series of one histogram add up by the number of the bound", () => {
  const after = [
    ...buckets({ "1": 10, "+Inf": 10 }, { zone: "a" }),
    ...buckets({ "1.0": 30, "+Inf": 30 }, { zone: "b" }),
  ];
  assert.equal(value({ as: "p50", after }), 0.5);
  assert.equal(value({ as: "p50", after, labels: { zone: "a" } }), 0.5);
});

test("what lies above the last finite bound is not that bound", () => {
  const after = buckets({ "0.5": 90, "+Inf": 100 });
  assert.equal(value({ as: "p50", after })?.toFixed(4), "0.2778");
  assert.equal(value({ as: "p95", after }), null);
});

test("a histogram without gain, without +Inf, not cumulative, or with an unreadable bound tells nothing", () => {
  const same = buckets({ "1": 5, "+Inf": 5 });
  assert.equal(value({ as: "p95", before: same, after: same }), null);
  assert.equal(value({ as: "p95", after: buckets({ "1": 5 }) }), null);
  assert.equal(value({ as: "p95", after: buckets({ "1": 5, "2": 4, "+Inf": 100 }) }), null);
  assert.equal(value({ as: "p95", after: buckets({ x: 5, "+Inf": 5 }) }), null);
  assert.equal(value({ as: "p95", after: [sample("m_bucket", 5), ...buckets({ "+Inf": 5 })] }), null);
  assert.equal(value({ as: "p95", after: [sample("m_bucket", 5, { le: " " }), ...buckets({ "+Inf": 5 })] }), null);
  assert.equal(value({ as: "p95", before: null, after: same }), null);
});

test("a bucket that ends below 0 gives its end", () => {
  assert.equal(value({ as: "p50", after: buckets({ "-1": 10, "+Inf": 10 }) }), -1);
});
