import type {
  DeltaVerification,
  KpiPlan,
  LeafReading,
  ParameterPlan,
  PlantScene,
  ProposedDelta,
  SoakBody,
  SoakIteration,
  SoakTuning,
} from "@holdpoint/core";
import { judgeKpi, KIND } from "@holdpoint/core";

export const P95: KpiPlan = {
  id: "p95_ms",
  select: { from: "summary", path: "p95_ms" },
  aggregate: "median",
  window: 6,
  minSamples: 6,
  strict: { operator: "<=", value: 340 },
  soft: { operator: "<=", value: 360 },
  unit: "ms",
};

export const NET: KpiPlan = {
  ...P95,
  id: "net_bps",
  select: { from: "summary", path: "net_bps" },
  aggregate: "mean",
  strict: { operator: ">=", value: 2.5 },
  soft: null,
  unit: "bps",
};

export const CONCURRENCY: ParameterPlan = {
  path: "executor.concurrency",
  type: "integer",
  min: 1,
  max: 64,
  step: 4,
  subsystem: "executor",
  cooldown: 1,
};

export const SPREAD: ParameterPlan = {
  ...CONCURRENCY,
  path: "edge.spread_bps",
  type: "number",
  min: 0,
  max: 5,
  step: 0.5,
  subsystem: "edge",
};

export function delta(changes: Partial<ProposedDelta> = {}): ProposedDelta {
  const rest = { subsystem: "executor", rule: "more-hands", from: 8, to: 12, skipped: null };
  return { parameter: CONCURRENCY.path, ...rest, ...changes };
}

/** What was read back of a change. */
export function reading({ parameter, from, to }: ProposedDelta, changes: Partial<LeafReading> = {}): LeafReading {
  return { path: parameter, before: from, wanted: to, after: to, verdict: "applied", ...changes };
}

const QUIET: SoakTuning = {
  enabled: true,
  proposed: [],
  readings: [],
  applied: false,
  stateBefore: null,
  stateAfter: null,
  others: [],
  problem: null,
  witness: null,
  reverted: false,
  guards: { frozen: [], oscillating: [], latency: "ok", steady: false },
};

export function tuning(changes: Partial<SoakTuning> = {}): SoakTuning {
  return { ...QUIET, ...changes };
}

/** A tuning that lets the changes through and reads all of them back as wanted. */
export function applied(...proposed: readonly ProposedDelta[]): SoakTuning {
  const readings = proposed.filter(({ skipped }) => skipped === null).map((one) => reading(one));
  return tuning({ proposed, readings, applied: readings.length > 0 });
}

export function soakIteration(number: number, changes: Partial<SoakIteration> = {}): SoakIteration {
  const values = { p95_ms: 300 + number, net_bps: 3 };
  return {
    schema: "holdpoint/soak-iteration/v1",
    iteration: number,
    phase: number === 1 ? "warm-up" : number === 2 ? "ramp-down" : "steady",
    startedAtMs: number * 60_000,
    finishedAtMs: number * 60_000 + 59_000,
    summary: values,
    problem: null,
    values,
    tuning: number === 3 ? applied(delta()) : number === 4 ? witnessed("as-expected") : QUIET,
    ...changes,
  };
}

export function witnessed(seen: NonNullable<SoakTuning["witness"]>["seen"]): SoakTuning {
  const moved = seen === "unknown" ? null : seen === "none" ? 0 : seen === "opposite" ? 12 : -12;
  return tuning({ witness: { parameter: CONCURRENCY.path, kpi: "p95_ms", expected: "fall", moved, seen } });
}

/** Eight iterations as `holdpoint soak run` would leave them, with one change that was applied and had its effect. */
export function soak(changes: Partial<SoakBody> = {}): SoakBody {
  const iterations = changes.iterations ?? Array.from({ length: 8 }, (_, index) => soakIteration(index + 1));
  const terms = changes.terms ?? {
    phases: { warmUp: 1, rampDown: 1 },
    kpis: [P95, NET],
    parameters: [CONCURRENCY, SPREAD],
    freeze: { freezable: ["executor"], never: ["edge"], minMs: 3000 },
    alongside: ["generation"],
  };
  const steady = iterations.filter(({ phase }) => phase === "steady");
  const results = (which: "strict" | "soft"): SoakBody["kpis"]["strict"] =>
    terms.kpis.map((plan) =>
      judgeKpi(
        plan,
        steady.map(({ values }) => values[plan.id] ?? null),
        which,
      ),
    );
  return {
    schema: "holdpoint/soak/v1",
    id: "market",
    run: "RUN_1767225600000",
    target: "node market.js",
    synthetic: false,
    planned: 8,
    terms,
    iterations,
    kpis: { strict: results("strict"), soft: results("soft") },
    deltas: deltasOf(iterations),
    tuningEnabled: true,
    aborted: null,
    planSha256: "a".repeat(64),
    replay: { agrees: true, iterations: iterations.length, difference: null },
    ...changes,
  };
}

export function soakScene(changes: Partial<SoakBody> = {}): PlantScene {
  return { bodies: { [KIND.soak]: [soak(changes)] } };
}

/** The scene with iterations taken out (null) or turned into others, and everything that is counted from them. */
export function withIterations(change: (one: SoakIteration) => SoakIteration | null): PlantScene {
  return soakScene({ iterations: soak().iterations.flatMap((one) => change(one) ?? []) });
}

/** The scene in which the values of a KPI are others, judged as they are. */
export function withValues(kpi: string, values: (iteration: number) => number | null): PlantScene {
  return withIterations((one) => {
    const value = { [kpi]: values(one.iteration) };
    return { ...one, summary: { ...one.summary, ...value }, values: { ...one.values, ...value } };
  });
}

function deltasOf(iterations: readonly SoakIteration[]): DeltaVerification {
  const proposals = iterations.flatMap((one) => one.tuning.proposed);
  const attempted = proposals.filter(({ skipped }) => skipped === null).length;
  const verdicts = iterations.flatMap((one) => one.tuning.readings.map(({ verdict }) => verdict));
  const counted = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  const fullyApplied = counted("applied");
  return {
    proposed: proposals.length,
    skipped: proposals.length - attempted,
    attempted,
    fullyApplied,
    clamped: counted("clamped"),
    ignored: counted("ignored"),
    missing: counted("missing"),
    fullApplyRatio: attempted === 0 ? null : fullyApplied / attempted,
    nestedMissPaths: [],
    stuck: [],
    otherPaths: [],
  };
}
