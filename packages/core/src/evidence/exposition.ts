/** Body of `metrics-exposition` evidence: what a service's metrics page said, as a strict validator reads it. */
export interface ExpositionBody {
  readonly source: string;
  readonly format: "prometheus" | "openmetrics";
  readonly contentType: string | null;
  readonly sizeBytes: number;
  /** In order; counters are compared from one to the next. */
  readonly scrapes: readonly ExpositionScrape[];
  readonly problems: readonly ExpositionProblem[];
  /** Problems beyond the bound, not listed. */
  readonly problemsLeftOut: number;
  readonly families: readonly ExpositionFamily[];
  /** Families beyond the bound, not listed: the smallest. */
  readonly familiesLeftOut: number;
  /** What must be there and is: names. */
  readonly wanted: readonly { readonly family: string; readonly found: boolean }[];
}

export interface ExpositionScrape {
  /** File that it lay in; null: it was asked for over a network. */
  readonly file: string | null;
  readonly atMs: number;
  readonly samples: number;
  readonly families: number;
  /** Start of the process as its metrics tell it, seconds since the epoch; a counter may fall when it changes. */
  readonly processStartS: number | null;
}

export interface ExpositionFamily {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram" | "summary" | "untyped" | "info" | "stateset" | "gaugehistogram";
  readonly unit: string | null;
  readonly help: boolean;
  readonly series: number;
}

export interface ExpositionProblem {
  /** `duplicate-series`, `buckets-not-cumulative`, `inf-not-count`, `counter-fell`, `negative-counter`… */
  readonly code: string;
  /** An error breaks the format or the figures, a finding breaks what everybody relies on. */
  readonly severity: "error" | "finding";
  readonly text: string;
  /** Name of the family that it is about; null: the whole page, or a line of no family. */
  readonly family: string | null;
  readonly scrape: number;
  readonly line: number | null;
  /** In UTF-16 code units, from 1; null where there is no line. */
  readonly column: number | null;
}

export const EXPOSITION_PROBLEMS_MAX = 200;
export const EXPOSITION_FAMILIES_MAX = 2_000;
