import type { HistogramSlice, LoadSecond, RunSecond } from "@holdpoint/core";
import { LogHistogram, mergeCounts } from "@holdpoint/core";

/**
 * One second of all workers together; they have the same series in the same order.
 *
 * @throws RangeError for seconds that are not the same one, and for none
 */
export function mergeSeconds(parts: readonly RunSecond[]): RunSecond {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError("no second to merge");
  if (rest.length === 0) return first;
  if (rest.some(({ second, series }) => second !== first.second || series.length !== first.series.length)) {
    throw new RangeError("seconds of different runs");
  }
  return {
    second: first.second,
    series: first.series.map((_, index) => mergeSeries(parts.flatMap(({ series }) => series[index] ?? []))),
    started: sum(parts.map(({ started }) => started)),
    failures: mergeCounts(parts.map(({ failures }) => failures)),
    checksPassed: mergeCounts(parts.map(({ checksPassed }) => checksPassed)),
    checksFailed: mergeCounts(parts.map(({ checksFailed }) => checksFailed)),
  };
}

function mergeSeries(parts: readonly LoadSecond[]): LoadSecond {
  const [first] = parts as readonly [LoadSecond, ...LoadSecond[]];
  const total = (of: (second: LoadSecond) => number): number => sum(parts.map(of));
  const slice = (of: (second: LoadSecond) => HistogramSlice | null): HistogramSlice | null =>
    mergeSlices(parts.map(of));
  return {
    series: first.series,
    second: first.second,
    due: total(({ due }) => due),
    sent: total(({ sent }) => sent),
    completed: total(({ completed }) => completed),
    failed: total(({ failed }) => failed),
    dropped: total(({ dropped }) => dropped),
    queued: total(({ queued }) => queued),
    response: slice(({ response }) => response),
    service: slice(({ service }) => service),
    failedResponse: slice(({ failedResponse }) => failedResponse),
    failedService: slice(({ failedService }) => failedService),
    lag: slice(({ lag }) => lag),
  };
}

/** All of them added up; null where none holds anything. */
function mergeSlices(slices: readonly (HistogramSlice | null)[]): HistogramSlice | null {
  const filled = slices.filter((slice) => slice !== null);
  if (filled.length < 2) return filled[0] ?? null;
  const histogram = new LogHistogram();
  for (const slice of filled) histogram.add(slice);
  return histogram.toSlice();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
