/** Formats of coverage reports that are read. */
export type CoverageFormat =
  | "lcov"
  | "cobertura"
  | "jacoco"
  | "clover"
  | "istanbul"
  | "istanbul-summary"
  | "coverage-py"
  | "go"
  | "llvm-cov"
  | "simplecov"
  | "opencover";

export const COVERAGE_FORMATS: readonly CoverageFormat[] = [
  "lcov",
  "cobertura",
  "jacoco",
  "clover",
  "istanbul",
  "istanbul-summary",
  "coverage-py",
  "go",
  "llvm-cov",
  "simplecov",
  "opencover",
];

/** Body of `coverage` evidence: what one report says, or one shard of it, in integers. */
export interface CoverageBody {
  /** Id of the report in the configuration. */
  readonly report: string;
  readonly format: CoverageFormat;
  /** Tool that counted, as far as the report tells, else `unknown`. Different instrumenters are not comparable. */
  readonly instrumenter: string;
  /** Part of a CI matrix that the report comes from; null when it was made in one place. */
  readonly shard: string | null;
  /** Null: measured for this candidate. Else it was taken over from an earlier commit. */
  readonly carried: CarriedFrom | null;
  readonly files: readonly CoverageFile[];
  /** By context, what the tests of that context covered; empty where the report knows none. */
  readonly contexts: readonly CoverageContext[];
  /** Reported paths that fit no tracked file, or several. */
  readonly unmatched: readonly UnmatchedPath[];
  /** Tracked files that the configuration counts as source and that the report does not mention. */
  readonly unmeasured: readonly string[];
  /** Globs of the configuration that fit no tracked file. */
  readonly deadGlobs: readonly string[];
  /** Files whose declared totals differ from the counted records. */
  readonly mismatches: readonly CoverageMismatch[];
  /** What else was odd in the report, at most `COVERAGE_REMARKS_MAX` of them. */
  readonly remarks: readonly CoverageRemark[];
}

/** Carried evidence shows where it is from. */
export interface CarriedFrom {
  readonly commit: string;
  /** RFC 3339, UTC: when it was measured. */
  readonly measuredAt: string;
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
  readonly regions: Count | null;
  /** Exact ranges of covered lines, `3-5,9`; a range holds only lines that the report lists. */
  readonly coveredLines: string;
  /** Exact ranges of uncovered lines; empty when all are covered. */
  readonly uncoveredLines: string;
}

/** What the tests of one context (`security`, `reliability`) covered. */
export interface CoverageContext {
  readonly id: string;
  /** Only files of which at least one line is covered in the context. */
  readonly files: readonly { readonly path: string; readonly coveredLines: string }[];
}

export type CoverageMetric = "lines" | "branches" | "functions" | "statements" | "regions";

export const COVERAGE_METRICS: readonly CoverageMetric[] = ["lines", "branches", "functions", "statements", "regions"];

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

/** Most remarks that are kept of one report; the last then says how many there were. */
export const COVERAGE_REMARKS_MAX = 1_000;

/** Something in a report that was understood, and that no tool should have written. */
export interface CoverageRemark {
  readonly code: CoverageRemarkCode;
  /** Report, relative to the root. */
  readonly file: string;
  readonly line: number;
  /** In bytes, from 1; null where the whole line is meant. */
  readonly column: number | null;
  readonly text: string;
}

export type CoverageRemarkCode =
  /** A source file stands in the report more than once; merged: covered is what either covered. */
  | "duplicate-file"
  /** A count of hits is too large for 64 bits and was taken as the largest. */
  | "hits-saturated"
  /** A file or the report lists nothing that could be covered. */
  | "nothing-measured"
  /** A percentage or rate that the report declares is not the one of its records. */
  | "rate-differs"
  /** More remarks than are kept. */
  | "more-remarks";
