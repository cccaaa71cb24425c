import type { ArtifactHeader } from "@holdpoint/core";

/** Values at even distances, oldest first; null where one is missing. */
export interface EvenSeries {
  readonly values: readonly (number | null)[];
  /** Milliseconds from one to the next; null where nothing tells. */
  readonly stepMs: number | null;
}

/** One side of a canary judgement: anything that metrics can be read from. */
export interface CanarySource {
  readonly kind: "load" | "series" | "scrapes";
  /** What it has, for whoever names something else. */
  readonly names: readonly string[];
  /**
   * Null: it has no such metric.
   *
   * @throws HoldpointError `HP-USAGE` for a name that cannot be one
   */
  readonly series: (metric: string) => EvenSeries | null;
  /** Why nothing may be judged by it; empty when it may. */
  readonly reasons: readonly string[];
  /** Of an artifact of a load run. */
  readonly header: ArtifactHeader | null;
}

/** More values than this are no series that could be judged. */
export const SERIES_VALUES_MAX = 100_000;
