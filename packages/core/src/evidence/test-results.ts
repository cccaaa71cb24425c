/** Body of `test-results` evidence: everything that the reports of one suite say. */
export interface TestResultsBody {
  /** Id of the suite in the configuration. */
  readonly suite: string;
  readonly reports: readonly TestReport[];
  readonly cases: readonly TestCase[];
  /** Places where a report declares other totals than it lists. */
  readonly mismatches: readonly TotalsMismatch[];
}

export interface TestReport {
  readonly file: string;
  readonly format: "junit";
  /** Runner whose dialect was recognised, else `unknown`. */
  readonly dialect: string;
  readonly suites: number;
  readonly cases: number;
}

export type TestStatus = "passed" | "failed" | "errored" | "skipped";

export interface TestCase {
  /** Stable across machines: `<file or class> › <suites> › <name>`, paths relative to the repository. */
  readonly id: string;
  readonly name: string;
  readonly file: string | null;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  /** It failed at first and passed when run again. */
  readonly flaky: boolean;
  /** First 2,000 characters of the failure, error or skip message. */
  readonly message: string | null;
  /** Report and line where it stands. */
  readonly report: string;
  readonly line: number;
}

export interface TotalsMismatch {
  readonly report: string;
  readonly line: number;
  readonly suite: string;
  readonly what: "tests" | "failures" | "errors" | "skipped";
  readonly declared: number;
  readonly counted: number;
}
