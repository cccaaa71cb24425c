import type { HistogramSlice, LatencySummary, LoadBody, LoadRunTerms, LoadSeries, LoadWindow } from "@holdpoint/core";
import type { PlantScene, SloResult } from "@holdpoint/core";
import { KIND, LogHistogram, withBody } from "@holdpoint/core";

const SECONDS = 20;
const PER_SECOND = 500;

/** Nine in ten answers of 20 ms, one of 100 ms. */
export function latencies(count: number, factor = 1): LogHistogram {
  const histogram = new LogHistogram();
  const slow = Math.floor(count / 10);
  if (count > slow) histogram.record(20_000 * factor, count - slow);
  if (slow > 0) histogram.record(100_000 * factor, slow);
  return histogram;
}

export function latencySummary(count: number, factor = 1): LatencySummary | null {
  return latencies(count, factor).summary();
}

export function loadWindow(at: number, changes: Partial<LoadWindow> = {}): LoadWindow {
  const { completed = PER_SECOND } = changes;
  const clocks = { response: latencySummary(completed), service: latencySummary(completed) };
  const counts = { sent: completed, completed, failed: 0, dropped: 0, queued: 0 };
  return { startMs: at * 1000, sizeMs: 1000, ...counts, ...clocks, lagMax: 1.5, ...changes };
}

export function loadSeries(count: number, changes: Partial<LoadSeries> = {}): LoadSeries {
  const slice: HistogramSlice | null = latencies(count).toSlice();
  const counts = { completed: count, failed: 0 };
  return {
    of: "run",
    name: "",
    ...counts,
    response: slice,
    service: slice,
    summary: latencySummary(count),
    ...changes,
  };
}

export function sloResult(changes: Partial<SloResult> = {}): SloResult {
  return {
    id: "p99",
    text: "p99 of response time <= 300 ms",
    kind: "percentile",
    scope: { phase: null, endpoint: null, tag: null },
    outcome: "pass",
    reason: "p99 is between 100 ms and 100 ms, the limit is 300 ms",
    observed: 100,
    bound: 300,
    interval: [100, 100],
    samples: SECONDS * PER_SECOND,
    minSamples: 1000,
    budget: null,
    windows: null,
    ...changes,
  };
}

/** An event objective that has spent a tenth of its budget. */
export function eventResult(changes: Partial<SloResult> = {}): SloResult {
  return sloResult({
    id: "ok",
    text: "99% ok",
    kind: "events",
    reason: "10 of 10000 requests were bad, 100 may be: 99 % must be good",
    observed: 0.999,
    bound: 0.99,
    interval: null,
    budget: {
      allowed: 100,
      spent: 10,
      burnRate: 0.1,
      alerts: [{ longMs: 6000, shortMs: 1000, factor: 6, fired: 0, worst: 0.5 }],
    },
    ...changes,
  });
}

export function loadTerms(changes: Partial<LoadRunTerms> = {}): LoadRunTerms {
  return {
    model: "open",
    arrivals: ["constant"],
    connections: 10,
    poolFull: "queue",
    pacing: "economical",
    workers: 1,
    warmUpMs: 2000,
    seed: 1,
    planSha256: "a".repeat(64),
    testbedSha256: "b".repeat(64),
    testbed: "2 cores",
    cpuS: 4,
    ...changes,
  };
}

/** A sound run of 500 requests a second for 20 s. */
export function load(changes: Partial<LoadBody> = {}): LoadBody {
  const count = SECONDS * PER_SECOND;
  return {
    schema: "holdpoint/load/v1",
    id: "load",
    tool: { name: "holdpoint", version: "0.1.0" },
    trust: "open-both-clocks",
    url: "http://127.0.0.1:8080",
    validity: "valid",
    reasons: [],
    target: PER_SECOND,
    achieved: PER_SECOND,
    due: count,
    sent: count,
    completed: count,
    failed: 0,
    dropped: 0,
    durationMs: SECONDS * 1000,
    failures: [],
    checks: [],
    response: latencySummary(count),
    service: latencySummary(count),
    lag: { count, p50: 0.6, p99: 1.3, max: 1.5 },
    queue: { max: 3, waited: 12 },
    windows: Array.from({ length: SECONDS }, (_, at) => loadWindow(at)),
    series: [loadSeries(count)],
    slo: [sloResult(), eventResult()],
    terms: loadTerms(),
    ...changes,
  };
}

/** The scene with every load body changed. */
export function withLoad(scene: PlantScene, changes: Partial<LoadBody>): PlantScene {
  return withBody<LoadBody>(scene, KIND.load, (body) => ({ ...body, ...changes }));
}
