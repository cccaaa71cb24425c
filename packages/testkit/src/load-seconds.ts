import type { HistogramSlice, LoadSecond, RunSecond, SeriesName } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";

export const RUN_SERIES: SeriesName = { of: "run", name: "" };

/** What a histogram of these times holds, microseconds. */
export function loadSlice(...times: readonly number[]): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const us of times) histogram.record(us);
  return histogram.toSlice();
}

/** A second of a series in which requests of these durations were answered, microseconds. */
export function loadSecond(at: number, responses: readonly number[] = [], over: Partial<LoadSecond> = {}): LoadSecond {
  const count = responses.length;
  return {
    series: RUN_SERIES,
    second: at,
    due: count,
    sent: count,
    completed: count,
    failed: 0,
    dropped: 0,
    queued: 0,
    response: loadSlice(...responses),
    service: loadSlice(...responses),
    failedResponse: null,
    failedService: null,
    lag: null,
    ...over,
  };
}

/** A second of all series of a run. */
export function runSecond(at: number, series: readonly LoadSecond[], over: Partial<RunSecond> = {}): RunSecond {
  const started = series[0]?.sent ?? 0;
  return { second: at, series, started, failures: [], checksPassed: [], checksFailed: [], ...over };
}
