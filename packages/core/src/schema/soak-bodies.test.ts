import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResourcesBody } from "../evidence/resources.ts";
import type { SoakBody, SoakIteration, SoakTuning } from "../evidence/soak.ts";
import { judgeKpi } from "../kpi/judge-kpi.ts";
import type { KpiPlan, KpiSelector } from "../kpi/kpi.ts";
import { assertSchemaFits } from "./harms.test.ts";
import { validatorOf } from "./schemas.test.ts";

const HEX = "a".repeat(64);

const tuning: SoakTuning = {
  enabled: true,
  proposed: [
    {
      parameter: "executor.concurrency",
      subsystem: "executor",
      rule: "more-hands",
      from: 8,
      to: 12,
      skipped: { reason: "witness", text: "does nothing" },
    },
  ],
  readings: [{ path: "executor.concurrency", before: 8, wanted: 12, after: 12, verdict: "applied" }],
  applied: true,
  stateBefore: HEX,
  stateAfter: HEX,
  others: ["generation"],
  problem: { code: "HP-TUNING-REFUSED", text: "answered with 409" },
  witness: { parameter: "executor.concurrency", kpi: "p95", expected: "fall", moved: -12.5, seen: "as-expected" },
  reverted: false,
  guards: { frozen: ["rebid"], oscillating: ["executor.concurrency"], latency: "soft", steady: true },
};

const iteration: SoakIteration = {
  schema: "holdpoint/soak-iteration/v1",
  iteration: 1,
  phase: "steady",
  startedAtMs: 1,
  finishedAtMs: 2,
  summary: null,
  problem: { code: "HP-SOAK-COMMAND", text: "ended with 1" },
  values: { p95: 310.5 },
  tuning,
};

const SELECTORS: readonly KpiSelector[] = [
  { from: "summary", path: "latency.p95" },
  { from: "share", of: ["maker"], rest: ["taker"] },
  { from: "load", path: "response.p95" },
  { from: "prometheus", metric: "requests_total", labels: { code: "200" }, as: "rate" },
];

const kpis = SELECTORS.map((select, index): KpiPlan => {
  const [strict, soft] = [{ operator: "<=", value: 340 } as const, { operator: "<=", value: 360 } as const];
  return { id: `kpi-${index}`, select, aggregate: "hmean", window: 8, minSamples: 1, strict, soft, unit: "ms" };
});

export const soak: SoakBody = {
  schema: "holdpoint/soak/v1",
  id: "market",
  run: "RUN_1",
  target: "node market.js",
  synthetic: true,
  planned: 1,
  terms: {
    phases: { warmUp: 0, rampDown: 0 },
    kpis,
    parameters: [
      { path: "executor.concurrency", type: "integer", min: 1, max: 64, step: 4, subsystem: "executor", cooldown: 1 },
    ],
    freeze: { freezable: ["rebid"], never: ["edge"], minMs: 3000 },
    alongside: ["generation"],
  },
  iterations: [iteration],
  kpis: {
    strict: kpis.slice(0, 1).map((plan) => judgeKpi(plan, [310.5], "strict")),
    soft: kpis.slice(0, 1).map((plan) => judgeKpi(plan, [310.5], "soft")),
  },
  deltas: {
    proposed: 1,
    skipped: 0,
    attempted: 1,
    fullyApplied: 1,
    clamped: 0,
    ignored: 0,
    missing: 0,
    fullApplyRatio: 1,
    nestedMissPaths: ["edge.spread"],
    stuck: ["edge.size"],
    otherPaths: ["generation"],
  },
  tuningEnabled: true,
  aborted: "SIGINT",
  planSha256: HEX,
  replay: {
    agrees: false,
    iterations: 0,
    difference: {
      iteration: 1,
      field: "proposed",
      kpi: "p95",
      rule: "more-hands",
      parameter: "executor.concurrency",
      recorded: "{}",
      replayed: "null",
    },
  },
};

export const resources: ResourcesBody = {
  subject: "gateway",
  startedAtMs: 1.5,
  steadyFromMs: 2000,
  series: [{ resource: "rss", unit: "bytes", points: [[0, 9e7]], unreadable: 1 }],
  faulted: [{ fromMs: 10, toMs: 20, why: "restarted" }],
  requests: 1000,
  selfTest: { injectedPerS: 8e6, detectedPerS: 7.9e6, leakFound: true, soundFound: false },
};

/** Names of KPIs are the plan's, so that any may be there. */
const VALUES = /^\w+ \/values\/\w+$/;

test("the schema of an iteration takes what a soak writes and nothing else", () => {
  assertSchemaFits("soak-iteration", iteration, VALUES);
});

test("the schema of an iteration takes whatever the target says of itself", () => {
  const problems = validatorOf("soak-iteration");
  assert.deepEqual(problems({ ...iteration, summary: { any: [1, { thing: null }] }, problem: null }), []);
  assert.notDeepEqual(problems({ ...iteration, values: { p95: "310" } }), []);
});

test("what was not measured, not attempted and not tried is null", () => {
  const taken = (name: string, body: unknown): void => assert.deepEqual(validatorOf(name)(body), []);
  const nothing = { ...tuning, witness: null, stateBefore: null, stateAfter: null, problem: null };
  taken("soak-body", {
    ...soak,
    iterations: [{ ...iteration, values: { p95: null }, tuning: nothing }],
    kpis: { strict: kpis.map((plan) => judgeKpi(plan, [null], "strict")), soft: [] },
    deltas: { ...soak.deltas, fullApplyRatio: null },
    terms: { ...soak.terms, kpis: kpis.map((plan) => ({ ...plan, soft: null, unit: null })) },
    aborted: null,
    replay: { agrees: true, iterations: 1, difference: null },
  });
  taken("resources-body", { ...resources, selfTest: null, series: [], faulted: [] });
  taken("resources-body", { ...resources, selfTest: { ...resources.selfTest, detectedPerS: null } });
});

test("a ratio above 1 is none", () => {
  assert.notDeepEqual(validatorOf("soak-body")({ ...soak, deltas: { ...soak.deltas, fullApplyRatio: 1.5 } }), []);
});
