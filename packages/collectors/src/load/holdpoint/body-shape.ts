import { LOAD_WINDOWS_MAX } from "@holdpoint/core";
import type { Shape } from "./shape.ts";
import { amount, count, list, nullable, object, oneOf, optional, signed, text } from "./shape.ts";

const MANY = 10_000;
const BUCKETS_MAX = 10_000;

const latency = object({
  count,
  min: amount,
  mean: amount,
  p50: amount,
  p90: amount,
  p95: amount,
  p99: amount,
  p999: amount,
  max: amount,
});
const slice = object({ count, sumUs: count, minUs: count, maxUs: count, buckets: list(count, BUCKETS_MAX) });
const counts = { sent: count, completed: count, failed: count, dropped: count };
const window = object({
  startMs: amount,
  sizeMs: amount,
  ...counts,
  queued: count,
  response: nullable(latency),
  service: nullable(latency),
  lagMax: nullable(amount),
});
const percentile = object({ name: text, q: nullable(amount), ms: amount });
const told = object({
  count: nullable(count),
  min: nullable(amount),
  mean: nullable(amount),
  max: nullable(amount),
  percentiles: list(percentile, MANY),
});
const series = object({
  of: oneOf("run", "phase", "endpoint", "tag"),
  name: text,
  completed: count,
  failed: count,
  response: nullable(slice),
  service: nullable(slice),
  summary: nullable(latency),
  told: optional(told),
});
const alert = object({ longMs: amount, shortMs: amount, factor: amount, fired: count, worst: amount });
const budget = object({ allowed: count, spent: count, burnRate: amount, alerts: list(alert, MANY) });
const objective = object({
  id: text,
  text,
  kind: oneOf("percentile", "events", "throughput"),
  scope: object({ phase: nullable(text), endpoint: nullable(text), tag: nullable(text) }),
  outcome: oneOf("pass", "fail", "inconclusive", "invalid"),
  reason: text,
  observed: nullable(signed),
  bound: signed,
  interval: nullable(list(amount, 2)),
  samples: count,
  minSamples: count,
  budget: nullable(budget),
  windows: nullable(object({ judged: count, missed: count, inconclusive: count })),
});
const terms = object({
  model: oneOf("open", "closed", "unknown"),
  arrivals: list(text, MANY),
  connections: nullable(count),
  poolFull: nullable(text),
  pacing: nullable(text),
  workers: nullable(count),
  warmUpMs: nullable(amount),
  seed: nullable(signed),
  planSha256: nullable(text),
  testbedSha256: nullable(text),
  testbed: nullable(text),
  cpuS: nullable(amount),
});

/** The form of what `load run --json` prints: a load body, closed like its published schema, and what became of it. */
export const bodyShape: Shape = object({
  schema: oneOf("holdpoint/load/v1"),
  id: text,
  tool: object({ name: text, version: nullable(text) }),
  trust: oneOf("open-both-clocks", "open-service-only", "closed-service-only", "unknown"),
  url: nullable(text),
  validity: oneOf("valid", "invalid"),
  reasons: list(object({ code: text, text }), MANY),
  target: nullable(amount),
  achieved: nullable(amount),
  due: nullable(count),
  ...counts,
  retried: optional(count),
  durationMs: amount,
  failures: list(object({ kind: text, count }), MANY),
  checks: list(object({ check: text, passed: count, failed: count }), MANY),
  response: nullable(latency),
  service: nullable(latency),
  lag: nullable(object({ count, p50: amount, p99: amount, max: amount })),
  queue: nullable(object({ max: count, waited: count })),
  windows: list(window, LOAD_WINDOWS_MAX),
  series: list(series, MANY),
  slo: list(objective, MANY),
  terms,
  outcome: optional(text),
  artifact: optional(text),
  steadyState: optional(text),
});
