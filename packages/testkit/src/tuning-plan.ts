import type {
  GuardPlan,
  KpiPlan,
  ParameterPlan,
  SoakIteration,
  SoakTuning,
  TuningPlan,
  TuningRule,
} from "@holdpoint/core";

/** Parts of a soak's plan and record, sound, for tests that change what they are about. */

export function parameterOf(changes: Partial<ParameterPlan> = {}): ParameterPlan {
  return { path: "pool.size", type: "integer", min: 1, max: 10, step: 2, subsystem: "rebid", cooldown: 0, ...changes };
}

export function ruleOf(changes: Partial<TuningRule> = {}): TuningRule {
  return {
    id: "slow",
    kpi: "p95",
    when: { operator: ">", value: 300 },
    parameter: "pool.size",
    delta: 1,
    expect: "fall",
    priority: 1,
    ...changes,
  };
}

export function kpiOf(changes: Partial<KpiPlan> = {}): KpiPlan {
  return {
    id: "p95",
    select: { from: "summary", path: "p95" },
    aggregate: "max",
    window: 8,
    minSamples: 4,
    strict: { operator: "<=", value: 300 },
    soft: null,
    unit: "ms",
    ...changes,
  };
}

export function guardsOf(changes: Partial<GuardPlan> = {}): GuardPlan {
  return {
    debounce: { openMs: 2500, closeMs: 4000 },
    oscillation: { window: 8, signChanges: 2 },
    velocity: { perHour: {} },
    latency: null,
    freeze: { freezable: ["rebid", "rescue_taker"], never: ["edge"], minMs: 3000 },
    steady: null,
    ...changes,
  };
}

export function planOf(changes: Partial<TuningPlan> = {}): TuningPlan {
  return {
    iterations: 100,
    kpis: [kpiOf()],
    parameters: [parameterOf()],
    rules: [ruleOf()],
    guards: guardsOf(),
    ...changes,
  };
}

export function tuningOf(changes: Partial<SoakTuning> = {}): SoakTuning {
  return {
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
    ...changes,
  };
}

/** An iteration whose summary says what its values do. */
export function soakIterationOf(
  changes: Pick<SoakIteration, "iteration" | "tuning"> & Partial<SoakIteration>,
): SoakIteration {
  return {
    schema: "holdpoint/soak-iteration/v1",
    phase: "steady",
    startedAtMs: 0,
    finishedAtMs: 1,
    summary: changes.values ?? {},
    problem: null,
    values: {},
    ...changes,
  };
}
