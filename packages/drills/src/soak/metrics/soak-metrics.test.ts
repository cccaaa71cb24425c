import assert from "node:assert/strict";
import { test } from "node:test";
import type { KpiPlan } from "@holdpoint/core";
import { readExposition, sampleValue, validateExposition } from "@holdpoint/core";
import { kpiOf } from "@holdpoint/testkit";
import type { FakeTerms } from "../testing-soak.ts";
import { reportInput } from "../testing-soak.ts";
import { metricName } from "./named-gauges.ts";
import { soakMetrics } from "./soak-metrics.ts";

const ratio: KpiPlan = kpiOf({
  id: "maker_taker_ratio",
  select: { from: "summary", path: "ratio" },
  aggregate: "hmean",
  strict: { operator: ">=", value: 0.83 },
  unit: null,
});
const share: KpiPlan = kpiOf({
  id: "maker_share_pct",
  select: { from: "share", of: ["fills.maker_volume", "fills.maker"], rest: ["fills.taker_volume", "fills.taker"] },
  aggregate: "mean",
  strict: { operator: ">=", value: 80 },
});
const fills = { maker_volume: 85, taker_volume: 15, maker: 1, taker: 1 };
const summary = { p95: 100, ratio: 0.85, fills };

async function page(terms: FakeTerms = {}, parameters: Readonly<Record<string, number | null>> = {}): Promise<string> {
  const measured = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [index + 1, { summary }]));
  const { body } = await reportInput({ kpis: [kpiOf(), ratio, share] }, { measured, ...terms });
  return soakMetrics({ body, parameters });
}

const lines = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("#"));

test("the five metrics that dashboards ask for have exactly these names", async () => {
  const told = lines(await page({}, { "latency.spread_add_bps": 1.5 }));
  for (const line of [
    'maker_taker_ratio_hmean{window="8"} 0.85',
    "latency_spread_add_bps 1.5",
    "partial_freeze_active 0",
    "delta_nested_miss_paths_total 0",
    "maker_share_pct 85",
  ])
    assert.ok(told.includes(line), line);
});

test("what there is no data for has no series, never a 0", async () => {
  const gap = { 8: { summary: { p95: 100 } } };
  const told = lines(await page({ measured: gap }, { "latency.spread_add_bps": null }));
  const names = told.map((line) => line.split(/[ {]/, 1)[0]);
  for (const name of ["maker_taker_ratio", "maker_taker_ratio_hmean", "maker_share_pct", "latency_spread_add_bps"])
    assert.ok(!names.includes(name), name);
  const off = lines(await page({ ports: { tune: false } }));
  assert.ok(!off.some((line) => line.startsWith("delta_nested") || line.startsWith("soak_deltas")));
  const nothing = lines(await page({ ports: { signal: AbortSignal.abort() } }));
  assert.ok(!nothing.some((line) => line.startsWith("partial_freeze_active") || line.startsWith("soak_kpi_breached{")));
  assert.ok(!nothing.some((line) => line.startsWith("maker_share_pct")));
});

test("the page is one that a strict reader takes", async () => {
  const problems = validateExposition([readExposition(await page({}, { "a.b": 1 }), { atMs: 0 })]);
  // Names such as `_ms` and `_pct` are the KPIs' own.
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
});

test("freezes, breaches, latency and deltas stand by subsystem, KPI and state", async () => {
  const text = await page({ measured: { 8: { summary: { ...summary, p95: 500 } } } });
  const told = readExposition(text, { atMs: 0 });
  const value = (name: string, labels: Record<string, string>): number | null => sampleValue(told, name, labels);
  assert.equal(value("soak_kpi_breached", { kpi: "p95", set: "strict" }), 1);
  assert.equal(
    value("soak_kpi_breached", { kpi: "maker_share_pct", set: "strict" }),
    null,
    "seven iterations have no share",
  );
  assert.equal(value("soak_subsystem_frozen", { subsystem: "rebid" }), 0);
  assert.equal(value("soak_iterations_total", { phase: "steady" }), 4);
  const state = (name: string): number | null => value("soak_deltas_total", { state: name });
  const [proposed, applied, rejected] = ["proposed", "applied", "rejected"].map(state);
  assert.equal(proposed, (applied ?? 0) + (rejected ?? 0));
});

test("a path that leads nowhere is counted", async () => {
  const applier = {
    read: async () => ({ document: { pool: { sise: 2 } }, tag: null }),
    write: async () => assert.fail("nothing may be written"),
  };
  const { body } = await reportInput({}, { ports: { applier } });
  assert.ok(lines(soakMetrics({ body, parameters: {} })).includes("delta_nested_miss_paths_total 1"));
});

test("burn rates are those of the last load's objectives", async () => {
  const slo = [
    { id: "ok", budget: { burnRate: 2.5 } },
    { id: "p99", budget: null },
  ];
  const { body } = await reportInput({}, { measured: { 8: { summary: { p95: 1, slo } } } });
  const told = lines(soakMetrics({ body, parameters: {} })).filter((line) => line.startsWith("soak_slo"));
  assert.deepEqual(told, ['soak_slo_burn_rate{objective="ok"} 2.5']);
});

test("names out of a plan become names that Prometheus takes, and take none of ours", () => {
  assert.equal(metricName("latency.spread-add"), "latency_spread_add");
  assert.equal(metricName("99th"), "soak_plan_99th");
  assert.equal(metricName("requests_total"), "requests_sum");
  assert.equal(metricName("partial_freeze_active"), "soak_plan_partial_freeze_active");
  assert.equal(metricName("soak_kpi_breached"), "soak_plan_soak_kpi_breached");
});
