import assert from "node:assert/strict";
import { test } from "node:test";
import { LogHistogram } from "../histogram/log-histogram.ts";
import type { HistogramSlice } from "../histogram/slice.ts";
import type { LoadSecond, SeriesName } from "../load/second.ts";
import type { EventObjective, PercentileObjective, Scope, SloResult, ThroughputObjective } from "./objective.ts";
import type { SloWatchTerms } from "./slo-watch.ts";
import { SloWatch } from "./slo-watch.ts";

export const EVERYTHING: Scope = { phase: null, endpoint: null, tag: null };
export const RUN: SeriesName = { of: "run", name: "" };

export const P99: PercentileObjective = {
  id: "p99",
  kind: "percentile",
  clock: "response",
  quantile: 0.99,
  maxMs: 300,
  minSamples: 1000,
  scope: EVERYTHING,
  window: null,
};

export const OK: EventObjective = {
  id: "ok",
  kind: "events",
  within: null,
  ratio: 0.99,
  minSamples: 1000,
  burn: [],
  scope: EVERYTHING,
  window: null,
};

export const RATE: ThroughputObjective = {
  id: "rate",
  kind: "throughput",
  minPerS: 480,
  scope: EVERYTHING,
  window: null,
};

/** So many values of so many milliseconds, by value. */
export function times(values: Readonly<Record<number, number>>): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const [ms, count] of Object.entries(values)) if (count > 0) histogram.record(Number(ms) * 1000, count);
  return histogram.toSlice();
}

/** A second of a series: what completed and what failed, each by its milliseconds. */
export function second(
  at: number,
  completed: Readonly<Record<number, number>>,
  changes: Partial<LoadSecond> & { readonly failures?: Readonly<Record<number, number>> } = {},
): LoadSecond {
  const { failures = {}, ...rest } = changes;
  const all = LogHistogram.ofSlice(times(completed));
  const failedTimes = times(failures);
  if (failedTimes !== null) all.add(failedTimes);
  const done = times(completed)?.count ?? 0;
  const failed = failedTimes?.count ?? 0;
  const [due, sent] = [done + failed, done + failed];
  const counts = { due, sent, completed: done, failed, dropped: 0, queued: 0 };
  const clocks = { response: all.toSlice(), service: all.toSlice(), failedResponse: failedTimes };
  return { series: RUN, second: at, ...counts, ...clocks, failedService: failedTimes, lag: null, ...rest };
}

export function watchOf(changes: Partial<SloWatchTerms>): SloWatch {
  return new SloWatch({ objectives: [], phases: [], durationMs: 10_000, abort: null, ...changes });
}

/** What comes of a run that is the same in every second. */
export function steady(
  changes: Partial<SloWatchTerms>,
  of: (at: number) => readonly LoadSecond[],
): readonly SloResult[] {
  const watch = watchOf(changes);
  for (let at = 0; at < 10; at += 1) watch.second(of(at));
  return watch.results("valid");
}

test("a second holds what completed and what failed", () => {
  const { completed, failed, response, failedResponse } = second(0, { 5: 3 }, { failures: { 9: 2 } });
  assert.deepEqual([completed, failed, response?.count, failedResponse?.count], [3, 2, 5, 2]);
});
