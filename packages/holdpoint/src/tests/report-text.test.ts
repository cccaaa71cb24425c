import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShownTest, TestsReport } from "./report.ts";
import { testsReportText } from "./report-text.ts";

const EMPTY: TestsReport = {
  schema: "holdpoint/tests-report/v1",
  suites: 0,
  tests: 0,
  passed: 0,
  failed: 0,
  errored: 0,
  skipped: 0,
  flaky: 0,
  durationMs: null,
  findings: [],
  reports: [],
  failures: [],
  slowest: [],
};

const shown = (id: string, change: Partial<ShownTest> = {}): ShownTest => ({
  id,
  status: "failed",
  durationMs: null,
  file: null,
  message: null,
  report: "a.xml",
  line: 3,
  ...change,
});

test("a person reads the files, the counts, and each list under its name", () => {
  const report: TestsReport = {
    ...EMPTY,
    tests: 3,
    passed: 1,
    failed: 1,
    errored: 1,
    flaky: 1,
    durationMs: 1_234,
    reports: [
      { file: "a.xml", format: "junit", dialect: "vitest", tests: 2 },
      { file: "longer.tap", format: "tap", dialect: "unknown", tests: 1 },
    ],
    failures: [shown("bad", { message: "\r\n  expected 1\r\nat a.ts:1" }), shown("worse", { status: "errored" })],
    findings: [
      { code: "duplicate", severity: "warning", file: "a.xml", position: { line: 7, column: 2 }, text: "it is twice" },
      { code: "no-tests", severity: "error", file: "b.xml", position: null, text: "nothing" },
    ],
    slowest: [shown("bad", { durationMs: 900 }), shown("worse")],
  };
  assert.equal(
    testsReportText(report),
    `a.xml       junit  vitest   2 tests
longer.tap  tap    unknown  1 tests

3 tests in 1.2 s: 1 passed, 1 failed, 1 errored, 0 skipped, 1 flaky

Failed
  a.xml:3 failed bad: expected 1
  a.xml:3 errored worse

Findings
  warning a.xml:7:2: it is twice [duplicate]
  error b.xml: nothing [no-tests]

Slowest
  900 ms  bad
  0 ms    worse`,
  );
});

test("one test is one, and what is not there has no title", () => {
  const text = testsReportText({ ...EMPTY, tests: 1, passed: 1 });
  assert.equal(text, "1 test: 1 passed, 0 failed, 0 errored, 0 skipped, 0 flaky");
});

test("fifty failures are listed, one more is counted", () => {
  const text = (count: number): string =>
    testsReportText({ ...EMPTY, failures: Array.from({ length: count }, (_, index) => shown(`t${index}`)) });
  assert.match(text(50), /Failed\n(?: {2}a\.xml:3 failed t\d+\n?){50}$/);
  assert.match(text(51), /Failed\n(?: {2}a\.xml:3 failed t\d+\n){50} {2}and 1 more; --json lists all$/);
});

test("whatever a report holds, a line stays a line and moves nothing", () => {
  const id = "a\u001b[2Jb\nc\u0085d\u009be\tf";
  const finding = { code: "duplicate", severity: "warning", file: "a.xml", position: null, text: `${id} is` } as const;
  const text = testsReportText({ ...EMPTY, failures: [shown(id)], findings: [finding], slowest: [shown(id)] });
  const lines = text.split("\n");
  assert.equal(lines.length, 10);
  for (const line of lines) assert.doesNotMatch(line, /\p{Cc}/u);
  assert.ok(lines.includes("  a.xml:3 failed a [2Jb c d e f"), text);
});
