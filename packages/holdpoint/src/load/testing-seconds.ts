import type { ArtifactHeader, LoadSecond } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";

const US_PER_MS = 1000;

export function header(over: Partial<ArtifactHeader> = {}): ArtifactHeader {
  return {
    schema: "holdpoint/load-artifact/v1",
    id: "load",
    startedAtMs: 1_700_000_000_000,
    url: "http://h",
    planSha256: "ab",
    sentSha256: "cd",
    testbedSha256: "ef",
    workers: 1,
    phases: [{ name: "main", durationMs: 10_000, arrival: "constant" }],
    series: [{ of: "run", name: "" }],
    ...over,
  };
}

/** A second of the run in which so many answers took so long each. */
export function second(at: number, count: number, ms: number, over: Partial<LoadSecond> = {}): LoadSecond {
  const histogram = new LogHistogram();
  if (count > 0) histogram.record(ms * US_PER_MS, count);
  const slice = histogram.toSlice();
  return {
    series: { of: "run", name: "" },
    second: at,
    due: count,
    sent: count,
    completed: count,
    failed: 0,
    dropped: 0,
    queued: 0,
    response: slice,
    service: slice,
    failedResponse: null,
    failedService: null,
    lag: slice,
    ...over,
  };
}
