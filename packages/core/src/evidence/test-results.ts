/** Body of `test-results` evidence: everything that the reports of one suite say. */
export interface TestResultsBody {
  /** Id of the suite in the configuration. */
  readonly suite: string;
  readonly reports: readonly TestReport[];
  readonly cases: readonly TestCase[];
  /** Places where a report declares other totals than it lists. */
  readonly mismatches: readonly TotalsMismatch[];
  /**
   * Tests of which reports of different formats say different things. Reports of several formats that list mostly the
   * same tests tell one run: what they agree on stands once in `cases`, and of two verdicts the worse one.
   */
  readonly contradictions: readonly TestContradiction[];
}

/** Formats of test results that are read. `node-test` is the event stream of Node's runner as JSON lines. */
export type TestFormat = "junit" | "tap" | "ctrf" | "go-test" | "trx" | "node-test" | "xunit" | "nunit";

export const TEST_FORMATS: readonly TestFormat[] = [
  "junit",
  "tap",
  "ctrf",
  "go-test",
  "trx",
  "node-test",
  "xunit",
  "nunit",
];

export interface TestReport {
  readonly file: string;
  readonly format: TestFormat;
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
  readonly what: "tests" | "passed" | "failures" | "errors" | "skipped";
  readonly declared: number;
  readonly counted: number;
}

/** One test that two reports of one run tell differently. */
export interface TestContradiction {
  /** Id of the test, as the first of the two names it. */
  readonly test: string;
  readonly first: ToldVerdict;
  readonly second: ToldVerdict;
}

/** What a report says of a test; the status and the line are null when it does not list the test at all. */
export interface ToldVerdict {
  readonly report: string;
  readonly line: number | null;
  readonly status: TestStatus | null;
}
