import type { TestCase, TestFormat, TestStatus } from "@holdpoint/core";
import type { HoldpointError } from "@holdpoint/core";
import type { ReadTests } from "@holdpoint/collectors";
import { joinReports } from "@holdpoint/collectors";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import type { TestsFinding } from "./finding.ts";
import { contradiction, repeated, reportFindings, unreadable } from "./finding.ts";

export const TESTS_REPORT_SCHEMA = "holdpoint/tests-report/v1";

/** One file as it was asked for: read, or why not. */
export type AskedFile =
  | { readonly file: string; readonly read: ReadTests }
  | { readonly file: string; readonly error: HoldpointError };

/** A test of a list in the document. */
export interface ShownTest {
  readonly id: string;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  /** Where the test is written, as far as the report says. */
  readonly file: string | null;
  readonly message: string | null;
  /** Where the report speaks of it. */
  readonly report: string;
  readonly line: number;
}

/** The document of `holdpoint tests report`. Counts are of tests, each counted once. */
export interface TestsReport {
  readonly schema: typeof TESTS_REPORT_SCHEMA;
  readonly suites: number;
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  /** Of the passed ones: failed at first. */
  readonly flaky: number;
  /** Sum of what is known; null when nothing is. */
  readonly durationMs: number | null;
  readonly findings: readonly TestsFinding[];
  readonly reports: readonly {
    readonly file: string;
    readonly format: TestFormat;
    readonly dialect: string;
    readonly tests: number;
  }[];
  /** Failed and errored tests. */
  readonly failures: readonly ShownTest[];
  readonly slowest: readonly ShownTest[];
}

/** Adds up what the files say. */
export function testsReport(asked: readonly AskedFile[], slowestMax: number): TestsReport {
  const reads = asked.flatMap((one) => ("read" in one ? [one.read] : []));
  const { cases, contradictions } = joinReports(reads);
  const count = (status: TestStatus): number => cases.filter((one) => one.status === status).length;
  const known = cases.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]));
  const broken = cases.filter(({ status }) => status === "failed" || status === "errored");
  return {
    schema: TESTS_REPORT_SCHEMA,
    suites: suitesOf(reads, cases.length),
    tests: cases.length,
    passed: count("passed"),
    failed: count("failed"),
    errored: count("errored"),
    skipped: count("skipped"),
    flaky: cases.filter(({ flaky }) => flaky).length,
    durationMs: known.length === 0 ? null : Math.round(known.reduce((sum, ms) => sum + ms, 0) * 1_000) / 1_000,
    findings: [
      ...asked.flatMap((one) => ("read" in one ? reportFindings(one.read) : [unreadable(one.file, one.error)])),
      ...contradictions.map(contradiction),
      ...repeated(cases),
    ],
    reports: reads.map(({ report: { file, format, dialect, cases: tests } }) => ({ file, format, dialect, tests })),
    failures: broken.map(shown),
    slowest: slowestOf(cases, slowestMax),
  };
}

/** Where formats tell the same tests, the suites of the one that has the most; else all of them. */
function suitesOf(reads: readonly ReadTests[], tests: number): number {
  const byFormat = new Map<TestFormat, number>();
  for (const { report } of reads) byFormat.set(report.format, (byFormat.get(report.format) ?? 0) + report.suites);
  const listed = reads.reduce((sum, { report }) => sum + report.cases, 0);
  const suites = [...byFormat.values()];
  return listed === tests ? suites.reduce((sum, count) => sum + count, 0) : Math.max(0, ...suites);
}

function slowestOf(cases: readonly TestCase[], max: number): readonly ShownTest[] {
  return cases
    .filter(({ durationMs }) => durationMs !== null)
    .toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0))
    .slice(0, max)
    .map(shown);
}

function shown({ id, status, durationMs, file, message, report, line }: TestCase): ShownTest {
  return { id, status, durationMs, file, message, report, line };
}

/** Failed tests and findings that are errors hold; nothing readable at all is no verdict. */
export function exitOfTests(report: TestsReport): ExitCode {
  if (report.reports.length === 0) return EXIT.noVerdict;
  const isBroken = report.failed + report.errored > 0 || report.findings.some(({ severity }) => severity === "error");
  return isBroken ? EXIT.hold : EXIT.pass;
}
