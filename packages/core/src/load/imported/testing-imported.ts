import type { LoadBody, LoadSeries, LoadWindow } from "../../evidence/load.ts";

/** A run as k6 would tell it: an open model, times from the actual send; nothing told of times. */
export function importedLoad(over: Partial<LoadBody> = {}, run: Partial<LoadSeries> = {}): LoadBody {
  const { completed = 10_000, failed = 0 } = over;
  const whole = { of: "run", name: "", completed, failed, response: null, service: null, summary: null } as const;
  return {
    schema: "holdpoint/load/v1",
    id: "load",
    tool: { name: "k6", version: null },
    trust: "open-service-only",
    url: null,
    validity: "valid",
    reasons: [],
    target: null,
    achieved: null,
    due: null,
    sent: completed + failed,
    completed,
    failed,
    dropped: 0,
    durationMs: 100_000,
    failures: [],
    checks: [],
    response: null,
    service: null,
    lag: null,
    queue: null,
    windows: [],
    slo: [],
    terms: {
      model: "open",
      arrivals: [],
      connections: null,
      poolFull: null,
      pacing: null,
      workers: null,
      warmUpMs: null,
      seed: null,
      planSha256: null,
      testbedSha256: null,
      testbed: null,
      cpuS: null,
    },
    ...over,
    series: [{ ...whole, ...run }, ...(over.series ?? [])],
  };
}

/** A window of ten seconds. */
export function importedWindow(at: number, over: Partial<LoadWindow> = {}): LoadWindow {
  const counts = { sent: 1000, completed: 1000, failed: 0, dropped: 0, queued: 0 };
  const clocks = { response: null, service: null, lagMax: null };
  return { startMs: at * 10_000, sizeMs: 10_000, ...counts, ...clocks, ...over };
}
