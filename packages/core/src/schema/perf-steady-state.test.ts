import assert from "node:assert/strict";
import { test } from "node:test";
import type { SteadyPercentiles, SteadyState } from "../load/steady-state.ts";
import { assertSchemaFits } from "./harms.test.ts";
import { validatorOf } from "./schemas.test.ts";

const percentiles: SteadyPercentiles = { p50: 1, p95: 2, p99: 3.5 };
const spread = { best: percentiles, worst: percentiles };
const steady: SteadyState = {
  schema: "holdpoint/perf-steady-state/v1",
  id: "load",
  startedAtMs: 1_700_000_000_000,
  url: "http://127.0.0.1:8080",
  planSha256: "a".repeat(64),
  validity: "valid",
  windowMs: 10_000,
  stepMs: 1000,
  windows: [
    { phase: "steady", startMs: 0, completed: 9, failed: 1, dropped: 0, response: percentiles, service: percentiles },
  ],
  response: spread,
  service: spread,
  budgets: [
    {
      id: "ok",
      text: "99 % succeed",
      outcome: "pass",
      reason: "1 of 1000 was bad",
      observed: 0.999,
      bound: 0.99,
      budget: {
        allowed: 10,
        spent: 1,
        burnRate: 0.1,
        alerts: [{ longMs: 12_000, shortMs: 1000, factor: 14.4, fired: 0, worst: 0.2 }],
      },
      windows: { judged: 10, missed: 0, inconclusive: 0 },
    },
  ],
};

test("the steady state of a run", () => {
  assertSchemaFits("perf-steady-state", steady);
});

test("a run of which nothing is known has windows of nothing, and more windows than a document holds are refused", () => {
  const problems = validatorOf("perf-steady-state");
  const [window] = steady.windows;
  const silent = { ...window, response: null, service: null };
  assert.deepEqual(problems({ ...steady, windows: [silent], response: null, service: null, budgets: [] }), []);
  const many = Array.from({ length: 601 }, () => silent);
  assert.notDeepEqual(problems({ ...steady, windows: many }), []);
});
