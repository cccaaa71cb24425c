import type { KpiPlan, SoakBody, SoakIteration, SoakTuning } from "@holdpoint/core";
import { judgeKpi, KIND } from "@holdpoint/core";
import type { LivePlant } from "../live-plant.ts";
import { recordedBody } from "./recorded-body.ts";

const PATH = "executor.concurrency";

const P95: KpiPlan = {
  id: "p95_ms",
  select: { from: "summary", path: "p95_ms" },
  aggregate: "max",
  window: 6,
  minSamples: 6,
  strict: { operator: "<=", value: 340 },
  soft: null,
  unit: "ms",
};

const QUIET: SoakTuning = {
  enabled: true,
  proposed: [],
  readings: [],
  applied: false,
  stateBefore: null,
  stateAfter: null,
  witness: null,
  reverted: false,
  guards: { frozen: [], oscillating: [], latency: "ok", steady: false },
};

function changed(to: number, after: number): SoakTuning {
  const rest = { subsystem: "executor", rule: "more-hands", skipped: null };
  return {
    ...QUIET,
    proposed: [{ parameter: PATH, from: 8, to, ...rest }],
    readings: [{ path: PATH, before: 8, wanted: to, after, verdict: after === to ? "applied" : "ignored" }],
    applied: after === to,
  };
}

function iterationOf(iteration: number, p95: number): SoakIteration {
  return {
    schema: "holdpoint/soak-iteration/v1",
    iteration,
    phase: iteration > 2 ? "steady" : "warm-up",
    startedAtMs: iteration * 1000,
    finishedAtMs: iteration * 1000 + 900,
    summary: { p95_ms: p95 },
    problem: null,
    values: { p95_ms: p95 },
    tuning: iteration === 3 ? changed(12, 12) : QUIET,
  };
}

/** Everything that is counted from the iterations, counted again. */
function counted(body: SoakBody): SoakBody {
  const values = body.iterations.filter(({ phase }) => phase === "steady").map((one) => one.values["p95_ms"] ?? null);
  const applied = body.iterations.flatMap(({ tuning }) => tuning.readings).filter((one) => one.verdict === "applied");
  const fullyApplied = applied.length;
  const deltas = { ...body.deltas, fullyApplied, ignored: 1 - fullyApplied, fullApplyRatio: fullyApplied };
  const result = (which: "strict" | "soft"): SoakBody["kpis"]["strict"] => [judgeKpi(P95, values, which)];
  return { ...body, deltas, kpis: { strict: result("strict"), soft: result("soft") } };
}

const SOUND: SoakBody = counted({
  schema: "holdpoint/soak/v1",
  id: "nightly",
  run: "RUN_1767225600000",
  target: "node service.js",
  synthetic: false,
  planned: 8,
  terms: {
    phases: { warmUp: 2, rampDown: 0 },
    kpis: [P95],
    parameters: [{ path: PATH, type: "integer", min: 1, max: 64, step: 4, subsystem: "executor", cooldown: 1 }],
    freeze: { freezable: ["executor"], never: ["edge"], minMs: 3000 },
  },
  iterations: Array.from({ length: 8 }, (_, index) => iterationOf(index + 1, 300 + index)),
  kpis: { strict: [], soft: [] },
  deltas: {
    proposed: 1,
    skipped: 0,
    attempted: 1,
    fullyApplied: 1,
    clamped: 0,
    ignored: 0,
    missing: 0,
    fullApplyRatio: 1,
    nestedMissPaths: [],
    stuck: [],
  },
  tuningEnabled: true,
  aborted: null,
  planSha256: "a".repeat(64),
  replayAgrees: true,
});

function withIteration(body: SoakBody, iteration: number, changes: Partial<SoakIteration>): SoakBody {
  const iterations = body.iterations.map((one) => (one.iteration === iteration ? { ...one, ...changes } : one));
  return counted({ ...body, iterations });
}

type Harm = readonly [id: string, harms: string, check: string, code: string, harm: (body: SoakBody) => SoakBody];

const FAILURES: readonly Harm[] = [
  [
    "slow-iteration",
    "one steady iteration took 400 ms where 340 are promised",
    "strict-kpis-hold",
    "kpi-missed",
    (body) => withIteration(body, 6, { values: { p95_ms: 400 } }),
  ],
  [
    "edited-value",
    "the slow value was edited and the result left as it was",
    "kpis-recompute",
    "differs",
    (body) => ({ ...withIteration(body, 8, { values: { p95_ms: 200 } }), kpis: body.kpis }),
  ],
  [
    "parameter-ignored",
    "the target answered 200 and kept the concurrency that it had",
    "deltas-applied",
    "ratio-low",
    (body) => withIteration(body, 3, { tuning: changed(12, 8) }),
  ],
  [
    "leap",
    "the concurrency leaps by 32 where 4 are a step",
    "guards-respected",
    "step-too-large",
    (body) => withIteration(body, 3, { tuning: changed(40, 40) }),
  ],
  [
    "cut-short",
    "the last iteration is not there",
    "all-iterations-done",
    "iterations-missing",
    (body) => ({ ...body, iterations: body.iterations.slice(0, -1) }),
  ],
];

const record = (
  plant: Pick<LivePlant, "id" | "harms" | "expect"> & { harm: (body: SoakBody) => SoakBody },
): LivePlant =>
  recordedBody({
    gate: "soak-kpi",
    kind: KIND.soak,
    sound: SOUND,
    samples: (body) => body.iterations.length,
    ...plant,
  });

export const plants: readonly LivePlant[] = [
  ...FAILURES.map(([id, harms, check, code, harm]) =>
    record({ id, harms, expect: { check, outcome: "fail", code }, harm }),
  ),
  record({
    id: "gap",
    harms: "one steady iteration gave no value",
    expect: { check: "every-kpi-decided", outcome: "missing", code: "inconclusive" },
    harm: (body) => withIteration(body, 7, { values: { p95_ms: null } }),
  }),
  record({
    id: "simulation",
    harms: "what was soaked is a simulation, and says so",
    expect: { check: "target-is-real", outcome: "missing", code: "synthetic" },
    harm: (body) => ({ ...body, synthetic: true }),
  }),
];
