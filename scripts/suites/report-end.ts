import type { SuiteEnd } from "./run-suite.ts";

/** One suite's result for a person: a line, and below it what was wrong. */
export function suiteLines(end: SuiteEnd): string[] {
  const seconds = (end.durationMs / 1000).toFixed(1);
  const counts = `${end.passed} passed, ${end.failed} failed, ${end.skipped} skipped`;
  const head = end.files === 0 ? "no files" : `${counts} in ${end.files} files, ${seconds} s`;
  return [`${end.name}: ${head}`, ...end.problems.map((problem) => `${end.name}: ${problem}`)];
}

export function isPass(end: SuiteEnd): boolean {
  return end.problems.length === 0 && end.failed === 0;
}

/** The line that CI reads: all suites together. */
export function closingLine(ends: readonly SuiteEnd[]): string {
  const sum = (of: "passed" | "failed" | "skipped"): number => ends.reduce((total, end) => total + end[of], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`;
}
