/** Body of `coverage` evidence: what one report says, in integers. */
export interface CoverageBody {
  /** Id of the report in the configuration. */
  readonly report: string;
  readonly format: "lcov" | "istanbul";
  /** Tool that counted, as far as the report tells, else `unknown`. Different instrumenters are not comparable. */
  readonly instrumenter: string;
  readonly files: readonly CoverageFile[];
  /** Reported paths that fit no tracked file, or several. */
  readonly unmatched: readonly UnmatchedPath[];
  /** Tracked files that the configuration counts as source and that the report does not mention. */
  readonly unmeasured: readonly string[];
  /** Globs of the configuration that fit no tracked file. */
  readonly deadGlobs: readonly string[];
  /** Files whose declared totals differ from the counted records. */
  readonly mismatches: readonly CoverageMismatch[];
}

export interface CoverageFile {
  /** Path in the repository when resolved, else as reported. */
  readonly path: string;
  readonly resolved: boolean;
  /** Null: not measured by this report, which is never 0 of 0. */
  readonly lines: Count | null;
  readonly branches: Count | null;
  readonly functions: Count | null;
  readonly statements: Count | null;
  /** Ranges of uncovered lines, `3-5,9`; empty when all are covered. */
  readonly uncoveredLines: string;
}

export type CoverageMetric = "lines" | "branches" | "functions" | "statements";

export const COVERAGE_METRICS: readonly CoverageMetric[] = ["lines", "branches", "functions", "statements"];

export interface Count {
  readonly covered: number;
  readonly total: number;
}

export interface UnmatchedPath {
  readonly reported: string;
  readonly why: "unknown" | "ambiguous" | "outside";
  readonly candidates: readonly string[];
}

export interface CoverageMismatch {
  readonly file: string;
  readonly line: number;
  readonly metric: CoverageMetric;
  readonly declared: Count;
  readonly counted: Count;
}
