import type { HistogramSlice } from "../histogram/slice.ts";

export interface SeriesName {
  readonly of: "run" | "phase" | "endpoint" | "tag";
  /** Empty for the run. */
  readonly name: string;
}

/** What happened to one series in one second of the clock; a second in which nothing happened has one too. */
export interface LoadSecond {
  readonly series: SeriesName;
  /** From 0, since the clock began. */
  readonly second: number;
  readonly due: number;
  readonly sent: number;
  /** Answered as the checks want. */
  readonly completed: number;
  /** Timeouts, resets, answers that a check refused. */
  readonly failed: number;
  readonly dropped: number;
  /** Arrivals that wait for a connection at the end of the second. */
  readonly queued: number;
  /** Everything that ended, failures too, from the intended send: what failed slowly must not make it look faster. */
  readonly response: HistogramSlice | null;
  /** The same from the actual send. */
  readonly service: HistogramSlice | null;
  /** The part of `response` that failed; null where nothing did. */
  readonly failedResponse: HistogramSlice | null;
  /** The part of `service` that failed. */
  readonly failedService: HistogramSlice | null;
  /** Due to handed to the pool; of the run only. */
  readonly lag: HistogramSlice | null;
}
