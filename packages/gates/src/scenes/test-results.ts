import type { TestCase, TestReport, TestResultsBody } from "@holdpoint/core";

/** A test that passed in 12 ms, with what is given changed. */
export function testCase(name: string, changes: Partial<TestCase> = {}): TestCase {
  return {
    id: `src/cart.test.ts › ${name}`,
    name,
    file: "src/cart.test.ts",
    status: "passed",
    durationMs: 12,
    flaky: false,
    message: null,
    report: "reports/junit/unit.xml",
    line: 3,
    ...changes,
  };
}

export function testReport(changes: Partial<TestReport> = {}): TestReport {
  return { file: "reports/junit/unit.xml", format: "junit", dialect: "node:test", suites: 1, cases: 3, ...changes };
}

/** The results of the suite `unit`: three tests, one of them skipped. */
export function testResults(changes: Partial<TestResultsBody> = {}): TestResultsBody {
  const cases = changes.cases ?? [
    testCase("adds an item"),
    testCase("empties the cart", { line: 4, durationMs: 40 }),
    testCase("pays in yen", { line: 5, status: "skipped", durationMs: 0, message: "no yen today" }),
  ];
  return {
    suite: "unit",
    reports: [testReport({ cases: cases.length })],
    mismatches: [],
    contradictions: [],
    ...changes,
    cases,
  };
}

/** Twenty tests that passed: room for a small share of something else. */
export function manyTests(count = 20): readonly TestCase[] {
  return Array.from({ length: count }, (_, index) => testCase(`case ${index}`, { line: index + 3 }));
}
