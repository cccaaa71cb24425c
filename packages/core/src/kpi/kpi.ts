/** How the values of a window become one. */
export type Aggregate = "mean" | "median" | "min" | "max" | "hmean" | "sum" | "last" | "p50" | "p90" | "p95" | "p99";

export interface KpiBound {
  readonly operator: ">=" | "<=";
  readonly value: number;
}

/** One figure that a soak must keep: where it comes from, how it is summed up, what it must be. */
export interface KpiPlan {
  readonly id: string;
  readonly select: KpiSelector;
  readonly aggregate: Aggregate;
  /** Last so many iterations. */
  readonly window: number;
  readonly minSamples: number;
  /** What release evidence is held to. */
  readonly strict: KpiBound;
  /** What a quick soak is held to; null: the same. */
  readonly soft: KpiBound | null;
  readonly unit: string | null;
}

/** Where an iteration's value is found. */
export type KpiSelector =
  | { readonly from: "summary"; readonly path: string }
  /** `maker/(maker+taker)*100`; from counts where there is no volume. */
  | { readonly from: "share"; readonly of: readonly string[]; readonly rest: readonly string[] }
  | { readonly from: "load"; readonly path: string }
  | {
      readonly from: "prometheus";
      readonly metric: string;
      readonly labels: Readonly<Record<string, string>>;
      /** `rate` and `increase` of counters between two scrapes; `quantile` of histograms. */
      readonly as: "value" | "rate" | "increase" | "p50" | "p95" | "p99";
    };

export type KpiOutcome = "pass" | "fail" | "inconclusive";

export interface KpiResult {
  readonly id: string;
  readonly aggregate: Aggregate;
  readonly bound: KpiBound;
  readonly outcome: KpiOutcome;
  readonly reason: string;
  readonly value: number | null;
  /** One an iteration of the window; null is a gap. */
  readonly values: readonly (number | null)[];
  readonly minSamples: number;
  /** Median of the last quarter of all against the first quarter's, beyond 5 %. */
  readonly trend: "up" | "down" | "flat" | "unknown";
}
