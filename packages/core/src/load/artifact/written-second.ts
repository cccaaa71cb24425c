import type { Counts } from "../run/run-second.ts";
import type { LoadSecond } from "../second.ts";

/** One second of one series as it is written: `of` is its place in the header. */
export type WrittenSeries = Partial<Omit<LoadSecond, "series" | "second">> & {
  readonly of: number;
  /** Everything as in that one, which stands before it: most runs have one phase and one endpoint. */
  readonly as?: number;
};

/** What did not happen is left out, and so is a series in which nothing did. */
export interface WrittenSecond {
  readonly second: number;
  readonly series: readonly WrittenSeries[];
  /** Where it is not as many as the run sent. */
  readonly started?: number;
  readonly failures?: Counts;
  /** A check by its place in the header, how often it held, how often it did not. */
  readonly checks?: readonly (readonly [check: number, passed: number, failed: number])[];
}
