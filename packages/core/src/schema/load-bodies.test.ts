import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody, ToldLatency } from "../evidence/load.ts";
import { LOAD_WINDOWS_MAX } from "../evidence/load.ts";
import type { HistogramSlice, LatencySummary } from "../histogram/slice.ts";
import { schemaOf, validatorOf } from "./schemas.test.ts";

const HEX = "a".repeat(64);
const summary: LatencySummary = { count: 1, min: 1, mean: 1, p50: 1, p90: 1, p95: 1, p99: 1, p999: 1, max: 1 };
const slice: HistogramSlice = { count: 1, sumUs: 1000, minUs: 1000, maxUs: 1000, buckets: [499, 1] };

const told: ToldLatency = { count: 1, min: 1, mean: 1, max: 1, percentiles: [{ name: "50%", q: 0.5, ms: 1 }] };

export const load: LoadBody = {
  schema: "holdpoint/load/v1",
  id: "load",
  tool: { name: "holdpoint", version: "0.1.0" },
  trust: "open-both-clocks",
  url: "http://127.0.0.1:8080",
  validity: "invalid",
  reasons: [{ code: "rate-missed", text: "1 of 2 went out" }],
  target: 2,
  achieved: 1,
  due: 2,
  sent: 1,
  completed: 1,
  failed: 0,
  dropped: 1,
  retried: 1,
  durationMs: 1000,
  failures: [{ kind: "reset", count: 1 }],
  checks: [{ check: "status 200", passed: 1, failed: 0 }],
  response: summary,
  service: summary,
  lag: { count: 2, p50: 0.1, p99: 0.2, max: 0.2 },
  queue: { max: 1, waited: 1 },
  windows: [
    {
      startMs: 0,
      sizeMs: 1000,
      sent: 1,
      completed: 1,
      failed: 0,
      dropped: 1,
      queued: 0,
      response: summary,
      service: summary,
      lagMax: 0.2,
    },
  ],
  series: [
    {
      of: "run",
      name: "",
      completed: 1,
      failed: 0,
      response: slice,
      service: slice,
      failedService: slice,
      summary,
      told,
    },
  ],
  slo: [
    {
      id: "ok",
      text: "99% ok",
      kind: "events",
      scope: { phase: "steady", endpoint: "create", tag: "write" },
      outcome: "fail",
      reason: "1 of 2",
      observed: 0.5,
      bound: 0.99,
      interval: [1, 2],
      samples: 2,
      minSamples: 1000,
      budget: {
        allowed: 0,
        spent: 1,
        burnRate: 50,
        alerts: [{ longMs: 60_000, shortMs: 5000, factor: 14.4, fired: 1, worst: 50 }],
      },
      windows: { judged: 1, missed: 1, inconclusive: 0 },
    },
  ],
  rounding: 0.01,
  terms: {
    model: "open",
    arrivals: ["constant 2/s"],
    connections: 10,
    poolFull: "queue",
    pacing: "economical",
    workers: 1,
    warmUpMs: 2000,
    seed: 1,
    planSha256: HEX,
    testbedSha256: HEX,
    testbed: "2 cores",
    cpuS: 0.1,
  },
};

test("what was sent twice is told where anything was", () => {
  assert.deepEqual(validatorOf("load-body")({ ...load, retried: 3 }), []);
  for (const retried of [0, -1, 1.5, null]) assert.notDeepEqual(validatorOf("load-body")({ ...load, retried }), []);
});

test("what another tool does not say is null in a load body", () => {
  const terms = { ...load.terms, model: "unknown", connections: null, poolFull: null, pacing: null, workers: null };
  const unsaid = { warmUpMs: null, seed: null, planSha256: null, testbedSha256: null, testbed: null, cpuS: null };
  const percentiles = [
    { name: "99%", q: 0.99, ms: 4 },
    { name: "percentiles4", q: null, ms: 5 },
  ];
  const parts = { count: null, min: null, mean: 1.5, max: null, percentiles };
  const silent = {
    ...load,
    tool: { name: "wrk", version: null },
    trust: "closed-service-only",
    url: null,
    target: null,
    achieved: null,
    due: null,
    response: null,
    service: null,
    lag: null,
    queue: null,
    windows: load.windows.map((window) => ({ ...window, response: null, service: null, lagMax: null })),
    series: load.series.map((series) => ({ ...series, response: null, service: null, summary: null, told: parts })),
    slo: load.slo.map((slo) => ({ ...slo, observed: null, interval: null, budget: null, windows: null })),
    terms: { ...terms, ...unsaid },
  };
  assert.deepEqual(validatorOf("load-body")(silent), []);
});

test("the schema's bound of windows is the one that writers keep", () => {
  const properties = schemaOf("load-body")["properties"] as Record<string, { maxItems?: number }>;
  assert.equal(properties["windows"]?.maxItems, LOAD_WINDOWS_MAX);
});
