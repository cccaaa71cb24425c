import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestCase } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ReadTests } from "@holdpoint/collectors";
import { contradiction, repeated, reportFindings, unreadable } from "./finding.ts";

const one = (id: string, change: Partial<TestCase> = {}): TestCase => ({
  id,
  name: id,
  file: null,
  status: "passed",
  durationMs: null,
  flaky: false,
  message: null,
  report: "a.xml",
  line: 3,
  ...change,
});

const read = (cases: number, ...mismatches: ReadTests["mismatches"]): ReadTests => ({
  report: { file: "a.xml", format: "junit", dialect: "d", suites: 1, cases },
  cases: [],
  mismatches,
});

test("what cannot be read is told with as much of its place as is known", () => {
  const at = (place: { line?: number; column?: number }): unknown =>
    unreadable("a.xml", new HoldpointError("HP-READ-SYNTAX", "broken", { file: "other", ...place })).position;
  assert.deepEqual(at({ line: 4, column: 2 }), { line: 4, column: 2 });
  assert.deepEqual(at({ line: 4 }), { line: 4, column: 1 });
  assert.equal(at({}), null);
  const { code, severity, file, text } = unreadable("a.xml", new HoldpointError("HP-READ-EMPTY", "nothing in it"));
  assert.deepEqual([code, severity, file, text], ["HP-READ-EMPTY", "error", "a.xml", "nothing in it"]);
});

test("totals that are not what is listed are errors where they stand, with the suite that says them", () => {
  const mismatch = { report: "a.xml", line: 2, suite: "s", what: "failures", declared: 0, counted: 1 } as const;
  const [named, unnamed, ...rest] = reportFindings(read(1, mismatch, { ...mismatch, suite: "", line: 9 }));
  assert.deepEqual(rest, []);
  assert.deepEqual(
    [named?.code, named?.severity, named?.position],
    ["totals-disagree", "error", { line: 2, column: 1 }],
  );
  assert.equal(named?.text, 'declares 0 failures for "s" but lists 1');
  assert.equal(unnamed?.text, "declares 0 failures but lists 1");
});

test("a report of no test is an error, and its totals are told all the same", () => {
  const mismatch = { report: "a.xml", line: 1, suite: "", what: "tests", declared: 5, counted: 0 } as const;
  assert.deepEqual(
    reportFindings(read(0, mismatch)).map(({ code, severity }) => `${severity} ${code}`),
    ["error no-tests", "error totals-disagree"],
  );
  assert.deepEqual(reportFindings(read(1)), []);
});

test("a contradiction stands where the test is listed, and names the other side", () => {
  const first = { report: "a.xml", line: 3, status: "passed" } as const;
  const second = { report: "b.tap", line: 8, status: "failed" } as const;
  const both = contradiction({ test: "t", first, second });
  assert.deepEqual([both.code, both.file, both.position], ["contradiction", "a.xml", { line: 3, column: 1 }]);
  assert.equal(both.text, "t is passed in a.xml:3 and failed in b.tap:8");
  const absent = { report: "a.xml", line: null, status: null };
  const here = contradiction({ test: "t", first: absent, second });
  assert.deepEqual([here.code, here.file, here.position], ["not-in-every-report", "b.tap", { line: 8, column: 1 }]);
  assert.equal(here.text, "t is failed in b.tap:8 and not listed in a.xml");
  const there = contradiction({ test: "t", first, second: { ...absent, report: "b.tap" } });
  assert.deepEqual([there.code, there.file], ["not-in-every-report", "a.xml"]);
  assert.equal(there.text, "t is passed in a.xml:3 and not listed in b.tap");
});

test("of a name that is there three times each repetition is held against the first", () => {
  const cases = [one("a"), one("b"), one("a", { line: 5 }), one("a", { line: 7, status: "failed", report: "b.xml" })];
  assert.deepEqual(
    repeated(cases).map(({ code, severity, file, position, text }) => [code, severity, file, position, text]),
    [
      ["duplicate", "warning", "a.xml", { line: 5, column: 1 }, "a is passed in a.xml:3 and passed in a.xml:5"],
      ["contradiction", "error", "b.xml", { line: 7, column: 1 }, "a is passed in a.xml:3 and failed in b.xml:7"],
    ],
  );
  assert.deepEqual(repeated([one("a"), one("b")]), []);
});
