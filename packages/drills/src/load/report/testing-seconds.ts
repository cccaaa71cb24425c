import type { HistogramSlice, LoadSecond, SeriesName } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import type { WorkerSecond } from "./worker-second.ts";

export const RUN: SeriesName = { of: "run", name: "" };

/** What a histogram of these times holds, microseconds. */
export function slice(...times: readonly number[]): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const us of times) histogram.record(us);
  return histogram.toSlice();
}

/** A second of a series in which so many requests of one duration were answered. */
export function second(at: number, responses: readonly number[] = [], over: Partial<LoadSecond> = {}): LoadSecond {
  const count = responses.length;
  return {
    series: RUN,
    second: at,
    due: count,
    sent: count,
    completed: count,
    failed: 0,
    dropped: 0,
    queued: 0,
    response: slice(...responses),
    service: slice(...responses),
    failedResponse: null,
    failedService: null,
    lag: null,
    ...over,
  };
}

export function workerSecond(
  at: number,
  series: readonly LoadSecond[],
  over: Partial<WorkerSecond> = {},
): WorkerSecond {
  const started = series[0]?.sent ?? 0;
  return { second: at, series, started, failures: [], checksPassed: [], checksFailed: [], ...over };
}
