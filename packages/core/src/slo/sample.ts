import { countAbove } from "../histogram/count-above.ts";
import { LogHistogram } from "../histogram/log-histogram.ts";
import type { HistogramSlice } from "../histogram/slice.ts";
import { sliceDifference } from "../histogram/slice-difference.ts";
import type { LoadSecond } from "../load/second.ts";
import type { Clock, Objective } from "./objective.ts";

/** Counts of what an objective is about, over a second, a window or a run. */
export interface SloCounts {
  readonly completed: number;
  readonly failed: number;
  readonly dropped: number;
  /** Completed, but beyond the limit of an event objective. */
  readonly over: number;
}

/** One second of an objective's series. */
export interface SloSecond extends SloCounts {
  /** Times of what completed, by the objective's clock; null where the objective has none, or nothing completed. */
  readonly times: HistogramSlice | null;
}

/** What is judged: a window or a run. */
export interface SloSample extends SloCounts {
  readonly times: LogHistogram;
  readonly elapsedMs: number;
}

export const NO_SECOND: SloSecond = { completed: 0, failed: 0, dropped: 0, over: 0, times: null };

/** What a second of a series means to an objective. */
export function sloSecond(objective: Objective, second: LoadSecond): SloSecond {
  const { completed, failed, dropped } = second;
  const counts = { completed, failed, dropped, over: 0, times: null };
  if (objective.kind === "throughput") return counts;
  if (objective.kind === "percentile") return { ...counts, times: timesOf(objective.clock, second) };
  if (objective.within === null) return counts;
  const { clock, maxMs } = objective.within;
  const times = timesOf(clock, second);
  // What completed and has no time is not known to be within the limit.
  const untimed = Math.max(0, completed - (times?.count ?? 0));
  return { ...counts, over: Math.min(completed, countAbove(times, maxMs * 1000) + untimed) };
}

/** Both together, as one second: what comes in after the last second of a scope belongs to it. */
export function mergeSeconds(a: SloSecond, b: SloSecond): SloSecond {
  const times = LogHistogram.ofSlice(a.times);
  if (b.times !== null) times.add(b.times);
  return {
    completed: a.completed + b.completed,
    failed: a.failed + b.failed,
    dropped: a.dropped + b.dropped,
    over: a.over + b.over,
    times: times.toSlice(),
  };
}

function timesOf(clock: Clock, second: LoadSecond): HistogramSlice | null {
  return clock === "response"
    ? sliceDifference(second.response, second.failedResponse)
    : sliceDifference(second.service, second.failedService);
}
