import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestCase, TestFormat, TestStatus } from "@holdpoint/core";
import fc from "fast-check";
import type { ReadTests } from "../read-report.ts";
import type { JoinedTests } from "./join-reports.ts";
import { CONTRADICTIONS_MAX, joinReports } from "./join-reports.ts";

const one = (report: string, id: string, status: TestStatus = "passed", patch: Partial<TestCase> = {}): TestCase => ({
  id,
  name: id.split(" › ").at(-1) ?? id,
  file: null,
  status,
  durationMs: null,
  flaky: false,
  message: null,
  report,
  line: 1,
  ...patch,
});

function read(format: TestFormat, file: string, ...cases: readonly TestCase[]): ReadTests {
  return { report: { file, format, dialect: "d", suites: 1, cases: cases.length }, cases, mismatches: [] };
}

const told = ({ contradictions }: JoinedTests): readonly string[] =>
  contradictions.map(
    ({ test: id, first, second }) => `${id}: ${first.status} ${first.report}, ${second.status} ${second.report}`,
  );
const verdicts = ({ cases }: JoinedTests): readonly string[] => cases.map(({ id, status }) => `${status} ${id}`);

test("reports of one format are parts of a whole", () => {
  const joined = joinReports([read("junit", "a", one("a", "x")), read("junit", "b", one("b", "x"), one("b", "y"))]);
  assert.deepEqual(verdicts(joined), ["passed x", "passed x", "passed y"]);
  assert.deepEqual(told(joined), []);
});

test("what two formats agree on counts once, with what either of them knows", () => {
  const junit = read("junit", "j", one("j", "a.js › s › x", "failed", { file: "a.js", message: "no" }));
  const tap = read("tap", "t", one("t", "s › x", "errored", { durationMs: 4, message: "other" }));
  const joined = joinReports([tap, junit]);
  assert.deepEqual(joined.contradictions, []);
  assert.deepEqual(joined.cases, [one("j", "a.js › s › x", "failed", { file: "a.js", message: "no", durationMs: 4 })]);
});

test("of two verdicts the worse stands, and both reports are named", () => {
  const joined = joinReports([
    read("junit", "j", one("j", "s › x"), one("j", "s › y")),
    read("tap", "t", one("t", "s › x", "failed", { message: "no" }), one("t", "s › y", "skipped")),
  ]);
  assert.deepEqual(verdicts(joined), ["failed s › x", "skipped s › y"]);
  assert.equal(joined.cases[0]?.report, "t");
  assert.deepEqual(told(joined), ["s › x: passed j, failed t", "s › y: passed j, skipped t"]);
});

test("a test in one of them only is told, unless it was skipped", () => {
  const joined = joinReports([
    read("junit", "j", one("j", "x"), one("j", "y"), one("j", "only")),
    read("tap", "t", one("t", "x"), one("t", "y"), one("t", "more", "failed"), one("t", "later", "skipped")),
  ]);
  assert.deepEqual(verdicts(joined), ["passed x", "passed y", "passed only", "failed more", "skipped later"]);
  assert.deepEqual(told(joined), ["only: passed j, null t", "more: null j, failed t"]);
});

test("formats put suites together in their own ways, and the tests are known again", () => {
  const joined = joinReports([
    read("junit", "j", one("j", "a.js › price > adds", "passed", { file: "a.js", name: "price > adds" })),
    read("tap", "t", one("t", "a.js › price › adds")),
    read("ctrf", "c", one("c", "price › adds")),
  ]);
  assert.equal(joined.cases.length, 1);
  assert.deepEqual(told(joined), []);
});

test("tests of one name are put beside those with the same verdict", () => {
  const joined = joinReports([
    read("junit", "j", one("j", "x"), one("j", "x", "failed")),
    read("tap", "t", one("t", "x", "failed"), one("t", "x")),
  ]);
  assert.deepEqual([joined.cases.length, told(joined).length], [2, 0]);
});

test("reports about other tests are no second telling", () => {
  const joined = joinReports([
    read("junit", "j", ...["a", "b", "c", "same"].map((id) => one("j", id))),
    read("go-test", "g", ...["d", "e", "f", "same"].map((id) => one("g", id, "failed"))),
  ]);
  assert.deepEqual([joined.cases.length, told(joined).length], [8, 0]);
});

test("contradictions are bounded, and nothing is lost of the cases", () => {
  const ids = Array.from({ length: CONTRADICTIONS_MAX + 5 }, (_, index) => `t${index}`);
  const joined = joinReports([
    read("junit", "j", ...ids.map((id) => one("j", id))),
    read("tap", "t", ...ids.map((id) => one("t", id, "failed"))),
  ]);
  assert.equal(joined.contradictions.length, CONTRADICTIONS_MAX);
  assert.ok(joined.cases.every(({ status }) => status === "failed"));
});

const status = fc.constantFrom<TestStatus>("passed", "failed", "errored", "skipped");
const model = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), status), { minLength: 1, maxLength: 8 });

test("a run told twice in the same words is the run; in other words it never looks better", () => {
  fc.assert(
    fc.property(model, model, (first, second) => {
      const of = (report: string, list: typeof first): readonly TestCase[] =>
        list.map(([id, ended]) => one(report, id, ended));
      const same = joinReports([read("junit", "j", ...of("j", first)), read("tap", "t", ...of("t", first))]);
      assert.deepEqual(same, { cases: of("j", first), contradictions: [] });
      const joined = joinReports([read("junit", "j", ...of("j", first)), read("tap", "t", ...of("t", second))]);
      const broken = (cases: readonly TestCase[]): number =>
        cases.filter((each) => each.status === "failed" || each.status === "errored").length;
      assert.ok(broken(joined.cases) >= Math.max(broken(of("j", first)), broken(of("t", second))));
      assert.ok(joined.cases.length >= Math.max(first.length, second.length));
    }),
    { numRuns: 500 },
  );
});
