import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestCase, TestFormat, TestStatus } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ReadTests } from "@holdpoint/collectors";
import { exitOfTests, testsReport } from "./report.ts";
import type { AskedFile } from "./report.ts";
import { testsReportText } from "./report-text.ts";

const one = (report: string, id: string, status: TestStatus = "passed", patch: Partial<TestCase> = {}): TestCase => ({
  id,
  name: id,
  file: null,
  status,
  durationMs: null,
  flaky: false,
  message: null,
  report,
  line: 3,
  ...patch,
});

function asked(format: TestFormat, file: string, ...cases: readonly TestCase[]): { file: string; read: ReadTests } {
  const report = { file, format, dialect: "d", suites: 2, cases: cases.length };
  return { file, read: { report, cases, mismatches: [] } };
}

const unreadable = (file: string): AskedFile => ({
  file,
  error: new HoldpointError("HP-READ-SYNTAX", "broken", { file, line: 4, column: 2 }),
});

const codes = (files: readonly AskedFile[]): readonly string[] =>
  testsReport(files, 0).findings.map(({ code, severity, file }) => `${severity} ${code} ${file}`);

test("files are added up, and every status is counted", () => {
  const first = asked("junit", "a", one("a", "1", "passed", { durationMs: 1.5, flaky: true }), one("a", "2", "failed"));
  const second = asked("junit", "b", one("b", "3", "errored", { durationMs: 2 }), one("b", "4", "skipped"));
  const { suites, tests, passed, failed, errored, skipped, flaky, durationMs, findings } = testsReport(
    [first, second],
    5,
  );
  assert.deepEqual(
    { suites, tests, passed, failed, errored, skipped, flaky, durationMs, findings },
    { suites: 4, tests: 4, passed: 1, failed: 1, errored: 1, skipped: 1, flaky: 1, durationMs: 3.5, findings: [] },
  );
});

test("one run in two formats counts once, suites too", () => {
  const report = testsReport([asked("junit", "a", one("a", "1")), asked("tap", "b", one("b", "1"))], 5);
  assert.deepEqual([report.tests, report.suites, report.findings], [1, 2, []]);
  const apart = testsReport([asked("junit", "a", one("a", "1")), asked("go-test", "b", one("b", "2"))], 5);
  assert.deepEqual([apart.tests, apart.suites], [2, 4]);
});

test("contradictions name both reports, in any of their forms", () => {
  const [found] = testsReport(
    [asked("junit", "a", one("a", "1")), asked("tap", "b", one("b", "1", "failed"))],
    5,
  ).findings;
  assert.deepEqual(found, {
    code: "contradiction",
    severity: "error",
    file: "a",
    position: { line: 3, column: 1 },
    text: "1 is passed in a:3 and failed in b:3",
  });
  const absent = [asked("junit", "a", one("a", "1")), asked("tap", "b", one("b", "1"), one("b", "2"))];
  assert.deepEqual(codes(absent), ["error not-in-every-report b"]);
  assert.match(testsReport(absent, 0).findings[0]?.text ?? "", /^2 is passed in b:3 and not listed in a$/);
  assert.deepEqual(codes([asked("junit", "a", one("a", "1")), asked("junit", "b", one("b", "1", "failed"))]), [
    "error contradiction b",
  ]);
  assert.deepEqual(codes([asked("junit", "a", one("a", "1"), one("a", "1"))]), ["warning duplicate a"]);
});

test("a report without a test, with other totals, or that cannot be read is an error", () => {
  const lying = asked("junit", "a", one("a", "1"));
  const mismatch = { report: "a", line: 2, suite: "s", what: "tests", declared: 2, counted: 1 } as const;
  const files = [{ ...lying, read: { ...lying.read, mismatches: [mismatch] } }, asked("tap", "b"), unreadable("c")];
  assert.deepEqual(codes(files), ["error totals-disagree a", "error no-tests b", "error HP-READ-SYNTAX c"]);
  const { findings } = testsReport(files, 0);
  assert.deepEqual(
    findings.map(({ position }) => position),
    [{ line: 2, column: 1 }, null, { line: 4, column: 2 }],
  );
  assert.equal(findings[0]?.text, 'declares 2 tests for "s" but lists 1');
});

test("the exit code tells failed tests and errors from nothing readable", () => {
  const exit = (...files: readonly AskedFile[]): number => exitOfTests(testsReport(files, 0));
  assert.equal(exit(asked("junit", "a", one("a", "1"))), 0);
  assert.equal(exit(asked("junit", "a", one("a", "1"), one("a", "1"))), 0);
  assert.equal(exit(asked("junit", "a", one("a", "1", "failed"))), 1);
  assert.equal(exit(asked("junit", "a", one("a", "1", "errored"))), 1);
  assert.equal(exit(asked("junit", "a")), 1);
  assert.equal(exit(asked("junit", "a", one("a", "1")), unreadable("b")), 1);
  assert.equal(exit(unreadable("b")), 3);
});

test("the slowest come first, and what failed is listed with its place", () => {
  const cases = [10, 30, 20].map((durationMs) => one("a", `t${durationMs}`, "passed", { durationMs }));
  const report = testsReport([asked("junit", "a", ...cases, one("a", "bad", "failed", { message: "\nno\nstack" }))], 2);
  assert.deepEqual(
    report.slowest.map(({ id }) => id),
    ["t30", "t20"],
  );
  const text = testsReportText(report);
  assert.match(text, /^a {2}junit {2}d {2}4 tests$/m);
  assert.match(text, /^4 tests in 60 ms: 3 passed, 1 failed, 0 errored, 0 skipped, 0 flaky$/m);
  assert.match(text, /^ {2}a:3 failed bad: no$/m);
  assert.match(text, /^ {2}30 ms {2}t30$/m);
});

test("a text is bounded and holds nothing that moves a terminal", () => {
  const cases = Array.from({ length: 60 }, (_, index) => one("a", `t${index}\u001b[2J`, "failed"));
  const text = testsReportText(testsReport([asked("junit", "a", ...cases)], 5));
  assert.match(text, /and 10 more; --json lists all/);
  assert.ok(!text.includes("\u001b"));
  assert.match(testsReportText(testsReport([unreadable("c")], 5)), /^0 tests: .*\n\nFindings\n {2}error c:4:2: broken/);
});

test("failures are what failed or errored, and nothing that did not", () => {
  const cases = (["passed", "failed", "errored", "skipped"] as const).map((status) => one("a", status, status));
  const { failures } = testsReport([asked("junit", "a", ...cases)], 0);
  assert.deepEqual(
    failures.map(({ id, status }) => [id, status]),
    [
      ["failed", "failed"],
      ["errored", "errored"],
    ],
  );
});
