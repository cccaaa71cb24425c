import type { LatencySummary, LoadBody, LoadWindow, SloResult } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";

const US_PER_MS = 1000;

export function summary(ms: number, count: number = 100): LatencySummary {
  return { count, min: ms / 4, mean: ms / 2, p50: ms / 2, p90: ms * 0.8, p95: ms * 0.9, p99: ms, p999: ms, max: ms };
}

export function loadWindow(second: number, over: Partial<LoadWindow> = {}): LoadWindow {
  const counts = { sent: 100, completed: 100, failed: 0, dropped: 0, queued: 0 };
  const clocks = { response: summary(10 + second), service: summary(8), lagMax: 0.5 };
  return { startMs: second * 1000, sizeMs: 1000, ...counts, ...clocks, ...over };
}

export function sloResult(over: Partial<SloResult> = {}): SloResult {
  return {
    id: "p99",
    text: "p99 of response time <= 12 ms",
    kind: "percentile",
    scope: { phase: null, endpoint: null, tag: null },
    outcome: "pass",
    reason: "its interval lies below the limit",
    observed: 11.2,
    bound: 12,
    interval: [10.1, 11.9],
    samples: 1000,
    minSamples: 1000,
    budget: null,
    windows: null,
    ...over,
  };
}

/** A sound run of ten seconds whose latencies go up to a second. */
export function loadBody(over: Partial<LoadBody> = {}): LoadBody {
  const histogram = new LogHistogram();
  for (let index = 1; index <= 1000; index += 1) histogram.record((index <= 990 ? index / 100 : index) * US_PER_MS);
  const slice = histogram.toSlice();
  const response = histogram.summary();
  const counts = { completed: 1000, failed: 0 };
  const clocks = { response: slice, service: slice, summary: response };
  return {
    schema: "holdpoint/load/v1",
    id: "load",
    tool: { name: "holdpoint", version: "1.2.3" },
    trust: "open-both-clocks",
    url: "http://127.0.0.1:8080/a",
    validity: "valid",
    reasons: [],
    target: 100,
    achieved: 100,
    due: 1000,
    sent: 1000,
    ...counts,
    dropped: 0,
    durationMs: 10_000,
    failures: [],
    checks: [{ check: "GET /: status 200-399", passed: 1000, failed: 0 }],
    response,
    service: summary(8, 1000),
    lag: { count: 1000, p50: 0.1, p99: 0.9, max: 2 },
    queue: { max: 0, waited: 0 },
    windows: Array.from({ length: 10 }, (_, second) => loadWindow(second)),
    series: [
      { of: "run", name: "", ...counts, ...clocks },
      { of: "phase", name: "main", ...counts, ...clocks },
      { of: "endpoint", name: "GET /", ...counts, ...clocks },
    ],
    slo: [sloResult()],
    terms: {
      model: "open",
      arrivals: ["constant"],
      connections: 10,
      poolFull: "queue",
      pacing: "economical",
      workers: 1,
      warmUpMs: 2000,
      seed: 1,
      planSha256: "ab".repeat(32),
      testbedSha256: "cd".repeat(32),
      testbed: "2 x a processor",
      cpuS: 1.25,
    },
    ...over,
  };
}

/** A run in which everything went wrong that a run can tell of, with hostile text wherever text comes from outside. */
export function troubledBody(hostile: string): LoadBody {
  return loadBody({
    url: `http://h/${hostile}`,
    validity: "invalid",
    reasons: [{ code: "lag", text: `the generator was late ${hostile}` }],
    failed: 40,
    dropped: 7,
    failures: [{ kind: hostile, count: 40 }],
    checks: [{ check: hostile, passed: 960, failed: 40 }],
    queue: { max: 12, waited: 300 },
    trust: "closed-service-only",
    windows: [
      loadWindow(0),
      loadWindow(1, { response: null, service: null, completed: 0, failed: 40 }),
      loadWindow(2, { queued: 5 }),
    ],
    slo: [
      sloResult({ outcome: "fail", text: `p99 of response time <= 1 ms ${hostile}`, reason: hostile, bound: 1 }),
      sloResult({
        kind: "events",
        text: "99% ok",
        outcome: "inconclusive",
        observed: 0.96,
        minSamples: 2000,
        budget: {
          allowed: 10,
          spent: 40,
          burnRate: 4,
          alerts: [{ longMs: 1, shortMs: 1, factor: 2, fired: 3, worst: 5 }],
        },
        windows: { judged: 9, missed: 2, inconclusive: 1 },
      }),
      sloResult({ kind: "throughput", text: "rate", observed: null, interval: null }),
    ],
    series: [
      ...loadBody().series,
      { of: "phase", name: hostile, completed: 1, failed: 2, response: null, service: null, summary: summary(9) },
      { of: "tag", name: "t", completed: 0, failed: 0, response: null, service: null, summary: null },
    ],
  });
}
