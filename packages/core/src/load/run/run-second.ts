import type { LoadSecond } from "../second.ts";

/** Occurrences by name, in this second. */
export type Counts = readonly (readonly [name: string, count: number])[];

/** One closed second of one worker, or of all of them together. Plain data: it goes from thread to thread. */
export interface RunSecond {
  readonly second: number;
  /** All series, the run first, in the order that every second has. */
  readonly series: readonly LoadSecond[];
  /** Arrivals whose first step went out. */
  readonly started: number;
  /** Ends that are no success, by kind. */
  readonly failures: Counts;
  readonly checksPassed: Counts;
  readonly checksFailed: Counts;
}
