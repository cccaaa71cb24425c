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
  /** What must be there and is: names. */
  readonly wanted: readonly { readonly family: string; readonly found: boolean }[];
}

export interface ExpositionScrape {
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
  readonly text: string;
  readonly scrape: number;
  readonly line: number | null;
}

export const EXPOSITION_PROBLEMS_MAX = 200;
