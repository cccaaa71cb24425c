import assert from "node:assert/strict";
import { test } from "node:test";
import type { KpiPlan, SoakBody } from "@holdpoint/core";
import { readExposition, REVERT_RULE, sampleValue, validateExposition } from "@holdpoint/core";
import { MetricsRegistry } from "@holdpoint/kit";
import { kpiOf } from "@holdpoint/testkit";
import { deltaOf, inputOf, iterationOf, kpiResultOf, readingOf } from "../report/testing-report.ts";
import { reportInput } from "../testing-soak.ts";
import { NamedGauges } from "./named-gauges.ts";
import { soakMetrics } from "./soak-metrics.ts";

type Page = ReturnType<typeof readExposition>;
type Iterations = SoakBody["iterations"];

/** The page of such a run, which a strict reader has to take without an error. */
async function pageOf(
  iterations: Iterations,
  changes: Partial<SoakBody> = {},
  parameters: Readonly<Record<string, number | null>> = {},
): Promise<Page> {
  const { body } = await inputOf(iterations, changes);
  const open = strict(soakMetrics({ body, parameters }, "openmetrics"));
  assert.equal(open.format, "openmetrics");
  return strict(soakMetrics({ body, parameters }));
}

function strict(text: string): Page {
  const page = readExposition(text, { atMs: 0 });
  assert.deepEqual(page.faults, [], text);
  const errors = validateExposition([page]).filter(({ severity }) => severity === "error");
  assert.deepEqual(errors, [], text);
  return page;
}

const names = (page: Page): string[] =>
  page.families.filter(({ samples }) => samples.length > 0).map(({ name }) => name);
const has = (page: Page, name: string): boolean =>
  page.families.some(({ samples }) => samples.some((sample) => sample.name === name));

test("a run that has not begun has its plan and no figure of anything else", async () => {
  const page = await pageOf([], { kpis: { strict: [], soft: [] } });
  assert.equal(sampleValue(page, "soak_iterations_planned"), 8);
  assert.deepEqual(
    names(page).filter((name) => !name.startsWith("metrics_")),
    ["soak_iterations_planned", "soak_iterations_failed_total"],
  );
  for (const name of ["p95", "p95_max", "partial_freeze_active", "soak_kpi_breached", "soak_full_apply_ratio"]) {
    assert.equal(has(page, name), false, name);
  }
});

test("a run of which nothing is known yet is an empty page of either format", () => {
  assert.deepEqual([soakMetrics(null), soakMetrics(null, "openmetrics")], ["", "# EOF\n"]);
});

test("with nothing attempted there is no ratio, which is neither 0 nor 1", async () => {
  const held = deltaOf({ skipped: { reason: "cooldown", text: "" } });
  const none = await pageOf([iterationOf(1, { proposed: [held] })]);
  assert.equal(sampleValue(none, "soak_full_apply_ratio"), null);
  assert.equal(sampleValue(none, "soak_deltas_total", { state: "rejected" }), 1);
  const some = await pageOf([iterationOf(1, { proposed: [deltaOf()], readings: [readingOf()] })]);
  assert.equal(sampleValue(some, "soak_full_apply_ratio"), 1);
  const half = [deltaOf(), deltaOf({ parameter: "edge" })];
  const lost = await pageOf([iterationOf(1, { proposed: half, readings: [readingOf()] })]);
  assert.equal(sampleValue(lost, "soak_full_apply_ratio"), 0.5);
});

test("what became of deltas is counted by state, and going back only where it was let through", async () => {
  const back = (skipped: boolean) =>
    deltaOf({ rule: REVERT_RULE, from: 4, skipped: skipped ? { reason: "frozen", text: "" } : null });
  const page = await pageOf([
    iterationOf(1, {
      proposed: [deltaOf({ to: 6 })],
      readings: [readingOf({ wanted: 6, after: 4, verdict: "clamped" })],
    }),
    iterationOf(2, { proposed: [back(true)] }),
    iterationOf(3, { proposed: [deltaOf({ parameter: "edge" })] }),
    iterationOf(4, { proposed: [back(false)], readings: [readingOf({ after: 2, verdict: "ignored" })] }),
  ]);
  const of = (state: string): number | null => sampleValue(page, "soak_deltas_total", { state });
  assert.deepEqual(
    ["proposed", "applied", "rejected", "reverted", "clamped", "ignored", "missed"].map(of),
    [4, 0, 1, 1, 1, 1, 1],
  );
});

test("a latency that nobody knows has no level; one that is known has its own", async () => {
  const level = async (latency: "ok" | "soft" | "hard" | "unknown"): Promise<number | null> => {
    const guards = { frozen: [], oscillating: [], latency, steady: false };
    return sampleValue(await pageOf([iterationOf(1, { guards })]), "soak_latency_guard_level");
  };
  assert.deepEqual([await level("ok"), await level("soft"), await level("hard")], [0, 1, 2]);
  assert.equal(await level("unknown"), null);
});

test("a freeze is that of the last iteration, by subsystem, also of one that has no parameter", async () => {
  const guards = (frozen: readonly string[]) => ({ frozen, oscillating: [], latency: "ok", steady: false }) as const;
  const page = await pageOf([
    iterationOf(1, { guards: guards(["rebid"]) }),
    iterationOf(2, { guards: guards(["rescue_taker"]) }),
  ]);
  const frozen = (subsystem: string): number | null => sampleValue(page, "soak_subsystem_frozen", { subsystem });
  assert.deepEqual([frozen("rebid"), frozen("rescue_taker"), frozen("edge")], [0, 1, null]);
  assert.equal(sampleValue(page, "partial_freeze_active"), 1);
});

test("a KPI that is inconclusive is not breached and not fine: it has no series", async () => {
  const kpis = {
    strict: [kpiResultOf({ outcome: "inconclusive", value: null }), kpiResultOf({ id: "b", outcome: "fail" })],
    soft: [kpiResultOf(), kpiResultOf({ id: "b" })],
  };
  const page = await pageOf([iterationOf(1)], { kpis });
  const breached = (kpi: string, set: string): number | null => sampleValue(page, "soak_kpi_breached", { kpi, set });
  assert.deepEqual([breached("p95", "strict"), breached("p95", "soft")], [null, 0]);
  assert.deepEqual([breached("b", "strict"), breached("b", "soft")], [1, 0]);
  assert.equal(has(page, "p95_max"), false, "no value over the window");
  assert.equal(sampleValue(page, "p95"), 300, "the last iteration has one");
});

test("iterations are counted by phase, and those that failed apart", async () => {
  const problem = { code: "HP-SOAK-LOAD", text: "" };
  const page = await pageOf([
    iterationOf(1, {}, { phase: "warm-up", problem }),
    iterationOf(2, {}, { phase: "warm-up" }),
    iterationOf(3, {}, { phase: "ramp-down", problem }),
  ]);
  const done = (phase: string): number | null => sampleValue(page, "soak_iterations_total", { phase });
  assert.deepEqual([done("warm-up"), done("ramp-down"), done("steady")], [2, 1, null]);
  assert.equal(sampleValue(page, "soak_iterations_failed_total"), 2);
});

test("burn rates of anything but a list of objectives are none", async () => {
  const rates = async (slo: unknown): Promise<number> => {
    const page = await pageOf([iterationOf(1, {}, { summary: { slo } as never })]);
    return page.families.find(({ name }) => name === "soak_slo_burn_rate")?.samples.length ?? 0;
  };
  assert.equal(await rates([{ id: "ok", budget: { burnRate: 0 } }]), 1);
  for (const slo of [
    undefined,
    null,
    "x",
    {},
    [{}],
    [{ id: 1, budget: { burnRate: 1 } }],
    [{ id: "a", budget: { burnRate: "1" } }],
  ])
    assert.equal(await rates(slo), 0, JSON.stringify(slo));
});

test("KPIs and parameters whose names fall together have one series, and the page stays whole", async () => {
  const kpis: readonly KpiPlan[] = [
    kpiOf({ id: "pool.size" }),
    kpiOf({ id: "pool_size" }),
    kpiOf({ id: "up_total" }),
    kpiOf({ id: "soak_iterations_total" }),
    kpiOf({ id: "9lives" }),
  ];
  const { body } = await reportInput({ kpis, rules: [], parameters: [] });
  const values = { "pool.size": 1, pool_size: 2, up_total: 3, soak_iterations_total: 4, "9lives": 5 };
  const last = { ...iterationOf(9), values };
  const page = strict(
    soakMetrics({ body: { ...body, iterations: [...body.iterations, last] }, parameters: { "pool.size": 7 } }),
  );
  assert.equal(sampleValue(page, "pool_size"), 1, "the KPI that is planned first");
  assert.equal(sampleValue(page, "up_sum"), 3);
  assert.equal(sampleValue(page, "soak_plan_9lives"), 5);
  assert.equal(sampleValue(page, "soak_plan_soak_iterations_sum"), 4);
});

test("hostile names of parameters and subsystems are names and labels, and break no line", async () => {
  const { body, record } = await reportInput();
  const bad = 'a"b\\c{d}#é';
  const hostile: SoakBody = {
    ...body,
    terms: { ...body.terms, parameters: [], freeze: { ...body.terms.freeze, freezable: [`${bad}\nx`] } },
  };
  const page = strict(soakMetrics({ body: hostile, parameters: { ...record.parameters.last, [bad]: 3 } }));
  assert.equal(sampleValue(page, "soak_subsystem_frozen", { subsystem: `${bad}\nx` }), 0);
  assert.ok(
    page.families.some(({ samples }) => samples.some(({ value, name }) => value === 3 && name.startsWith("a_b"))),
  );
});

test("a name is set once; what comes later does not overwrite it", () => {
  const registry = new MetricsRegistry();
  const named = new NamedGauges(registry);
  named.set("a.b", "First.", 1);
  named.set("a_b", "Second.", 2);
  named.set("a-b", "Third.", 3, 8);
  const page = strict(registry.render());
  assert.equal(sampleValue(page, "a_b"), 1);
  assert.equal(page.families.find(({ name }) => name === "a_b")?.samples.length, 1);
});
