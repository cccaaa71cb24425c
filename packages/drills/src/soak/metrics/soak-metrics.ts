import type { Aggregate, SoakBody, SoakIteration } from "@holdpoint/core";
import type { MetricsFormat } from "@holdpoint/kit";
import { MetricsRegistry } from "@holdpoint/kit";
import { addDeltas } from "./delta-metrics.ts";
import { NamedGauges } from "./named-gauges.ts";

/** What the page is made of: a run that is over, or one so far. */
export interface MetricsInput {
  readonly body: SoakBody;
  /** As they were last read. */
  readonly parameters: Readonly<Record<string, number | null>>;
}

/**
 * A soak as Prometheus text or OpenMetrics; one of which nothing is known yet has no family. Every KPI is a gauge of
 * its own name with the last iteration's value, summed up it is `<name>_<aggregate>{window="N"}`, and every parameter
 * is a gauge called by its path. What there is no data for has no series: a 0 would be a figure.
 *
 * @example
 * soakMetrics({ body, parameters: { "latency.spread_add_bps": 1.5 } });
 * // … maker_taker_ratio_hmean{window="8"} 0.851 … latency_spread_add_bps 1.5 …
 */
export function soakMetrics(input: MetricsInput | null, format: MetricsFormat = "prometheus"): string {
  const registry = new MetricsRegistry();
  if (input !== null) addSoak(registry, input);
  return registry.renderAs(format).text;
}

function addSoak(registry: MetricsRegistry, { body, parameters }: MetricsInput): void {
  const last = body.iterations.at(-1);
  const named = new NamedGauges(registry);
  if (last !== undefined) addGuards(registry, body, last);
  if (body.tuningEnabled && last !== undefined) addDeltas(registry, body);
  addProgress(registry, body);
  addKpis(registry, named, body, last);
  for (const [path, value] of Object.entries(parameters)) {
    if (value !== null) named.set(path, `Parameter ${path} as it was last read.`, value);
  }
  addBurn(registry, last);
}

function addProgress(registry: MetricsRegistry, { iterations, planned }: SoakBody): void {
  registry.gauge({ name: "soak_iterations_planned", help: "Iterations that the soak has." }).bind({}).set(planned);
  const done = registry.counter({
    name: "soak_iterations_total",
    help: "Iterations done, by phase.",
    labels: ["phase"],
  });
  for (const { phase } of iterations) done.bind({ phase }).inc();
  const gaps = registry.counter({ name: "soak_iterations_failed_total", help: "Iterations that left a gap." }).bind({});
  for (const { problem } of iterations) if (problem !== null) gaps.inc();
}

function addGuards(registry: MetricsRegistry, { terms }: SoakBody, { tuning: { guards } }: SoakIteration): void {
  const active = guards.frozen.length > 0 ? 1 : 0;
  registry.gauge({ name: "partial_freeze_active", help: "1 while any subsystem is frozen." }).bind({}).set(active);
  const help = "1 while the subsystem is frozen.";
  const frozen = registry.gauge({ name: "soak_subsystem_frozen", help, labels: ["subsystem"] });
  for (const subsystem of new Set([...terms.parameters.map((one) => one.subsystem), ...terms.freeze.freezable])) {
    frozen.bind({ subsystem }).set(guards.frozen.includes(subsystem) ? 1 : 0);
  }
  if (guards.latency === "unknown") return;
  const level = { ok: 0, soft: 1, hard: 2 }[guards.latency];
  registry
    .gauge({ name: "soak_latency_guard_level", help: "0 within the soft limit, 1 beyond it, 2 beyond the hard one." })
    .bind({})
    .set(level);
}

function addKpis(
  registry: MetricsRegistry,
  named: NamedGauges,
  { terms, kpis }: SoakBody,
  last: SoakIteration | undefined,
): void {
  const help = "1 while the KPI is beyond its bound.";
  const breached = registry.gauge({ name: "soak_kpi_breached", help, labels: ["kpi", "set"] });
  for (const set of ["strict", "soft"] as const) {
    for (const { id, outcome } of kpis[set]) {
      if (outcome !== "inconclusive") breached.bind({ kpi: id, set }).set(outcome === "fail" ? 1 : 0);
    }
  }
  for (const [index, { id, aggregate, window }] of terms.kpis.entries()) {
    const now = last?.values[id] ?? null;
    if (now !== null) named.set(id, `KPI ${id} in the last iteration.`, now);
    const value = kpis.strict[index]?.value ?? null;
    if (value !== null) named.set(`${id}_${aggregate}`, aggregateHelp(id, aggregate), value, window);
  }
}

function aggregateHelp(id: string, aggregate: Aggregate): string {
  return aggregate === "hmean"
    ? `KPI ${id}, harmonic mean over the last iterations.`
    : `KPI ${id}, ${aggregate} over the last iterations.`;
}

/** Burn rates of the objectives of the last iteration's load. */
function addBurn(registry: MetricsRegistry, last: SoakIteration | undefined): void {
  const slo = last?.summary?.["slo"];
  if (!Array.isArray(slo)) return;
  const help = "Bad share over what the objective allows, in the last iteration.";
  const burn = registry.gauge({ name: "soak_slo_burn_rate", help, labels: ["objective"] });
  for (const one of slo as readonly {
    readonly id?: unknown;
    readonly budget?: { readonly burnRate?: unknown } | null;
  }[]) {
    const rate = one.budget?.burnRate;
    if (typeof one.id === "string" && typeof rate === "number") burn.bind({ objective: one.id }).set(rate);
  }
}
