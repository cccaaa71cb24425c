import assert from "node:assert/strict";
import { test } from "node:test";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";
import { elementLines } from "./element-lines.ts";

const report = (tests: readonly object[], summary: object = {}, more: object = {}): string =>
  JSON.stringify({ results: { tool: { name: "t" }, summary, tests, ...more } });
const one = (test: object): string => report([{ name: "a", status: "passed", ...test }]);

test("the five statuses are mapped, and other is no verdict", () => {
  const statuses = ["passed", "failed", "skipped", "pending", "other"];
  const found = readAs("ctrf", report(statuses.map((status) => ({ name: status, status }))));
  assert.deepEqual(verdicts(found), [
    "passed passed",
    "failed failed",
    "skipped skipped",
    "skipped pending",
    "errored other",
  ]);
  assert.equal(found.cases[4]?.message, "status other, nothing more said");
});

test("a test is flaky by its word or by an attempt that failed, but only when it passed", () => {
  const flaky = (test: object): boolean | undefined => readAs("ctrf", one(test)).cases[0]?.flaky;
  assert.equal(flaky({ flaky: true }), true);
  assert.equal(flaky({ flaky: true, status: "failed" }), false);
  assert.equal(flaky({ retryAttempts: [{ attempt: 1, status: "failed" }] }), true);
  assert.equal(flaky({ retryAttempts: [{ attempt: 1, status: "skipped" }] }), false);
  assert.equal(flaky({ retries: 2 }), false);
});

test("names come from file, suite and name, whether the suite is one text or a list", () => {
  const id = (test: object): string | undefined => readAs("ctrf", one(test)).cases[0]?.id;
  assert.equal(id({ filePath: "/build/project/a.js", suite: ["b", "c"] }), "a.js › b › c › a");
  assert.equal(id({ suite: "b" }), "b › a");
  assert.equal(id({}), "a");
});

test("every number of the summary is compared, and silence is not zero", () => {
  const summary = { tests: 2, passed: 0, failed: 1, skipped: 1, pending: 1, other: 1 };
  assert.deepEqual(mismatchesOf(readAs("ctrf", report([{ name: "a", status: "passed" }], summary))), [
    "1  tests 2≠1",
    "1  passed 0≠1",
    "1  failures 1≠0",
    "1  errors 1≠0",
    "1  skipped 2≠0",
  ]);
  assert.deepEqual(mismatchesOf(readAs("ctrf", report([{ name: "a", status: "passed" }]))), []);
});

test("values of another form are refused with pointer and line", () => {
  const cases: Readonly<Record<string, string>> = {
    [one({ status: "fine" })]: "HP-READ-SYNTAX 1:1",
    [one({ status: 1 })]: "HP-READ-SYNTAX 1:1",
    [one({ name: undefined })]: "HP-READ-SYNTAX 1:1",
    [one({ suite: { a: 1 } })]: "HP-READ-SYNTAX 1:1",
    [one({ retryAttempts: [{ attempt: 1, status: "x" }] })]: "HP-READ-SYNTAX 1:1",
    [report([3 as never])]: "HP-READ-SYNTAX 1:1",
    [report([], { tests: -1 })]: "HP-READ-SYNTAX -:-",
    [report([], { tests: "1" })]: "HP-READ-SYNTAX -:-",
    [report([], {}, { tool: {} })]: "HP-READ-SYNTAX -:-",
    [report([], {}, { tests: {} })]: "HP-READ-SYNTAX -:-",
    '{"reportFormat":"OTHER","results":{}}': "HP-READ-NOT-THE-FORMAT 1:1",
    '{"results":{"tool":{"name":"t"}': "HP-READ-TRUNCATED 1:32",
    '{"results":{"tool":{"name":"t"},"tool":1}}': "HP-READ-DUPLICATE-KEY 1:33",
    '{"results":{"tool":{"name":"t"},}}': "HP-READ-SYNTAX 1:33",
  };
  for (const [source, expected] of Object.entries(cases)) assert.equal(refusal("ctrf", source), expected, source);
  assert.throws(() => readAs("ctrf", one({ status: "fine" })), {
    message: /^\/results\/tests\/0\/status: "fine" is not/,
  });
});

test("JSON of another kind is another format, and a report without its parts is a broken one", () => {
  for (const source of [
    "[]",
    '[{"results":{"tool":{"name":"t"},"summary":{},"tests":[]}}]',
    "null",
    '"CTRF"',
    "{}",
    '{"results":null}',
    '{"results":[]}',
    '{"results":{"tool":{"name":"t"},"tests":[]}}',
    '{"results":{"summary":{},"tests":[]}}',
    '{"results":{"tool":{"name":"t"},"summary":{}}}',
  ]) {
    assert.equal(refusal("ctrf", source), "HP-READ-NOT-THE-FORMAT 1:1", source);
  }
  assert.equal(refusal("ctrf", '{"reportFormat":"CTRF"}'), "HP-READ-SYNTAX -:-");
  assert.equal(refusal("ctrf", report([], {}, { tool: { name: " " } })), "HP-READ-SYNTAX -:-");
});

test("suites are counted by file and suite, and the tool that ran the tests is named", () => {
  const of = (filePath: string, ...suite: readonly string[]): object => ({
    name: "a",
    status: "passed",
    filePath,
    suite,
  });
  const tests = [of("a.js", "s"), of("a.js", "s"), of("a.js", "s", "t"), of("b.js", "s"), of("b.js")];
  const { report: told } = readAs("ctrf", report(tests, {}, { tool: { name: " jest " } }));
  assert.deepEqual([told.suites, told.cases, told.dialect], [4, 5, "jest"]);
});

test("elements are found on their lines, whatever stands around and in them", () => {
  const text = `{"x":{"tests":[1]},"results":{"a":"\\"]\\n[","tests":[
    {"n":[1,2],"results":{"tests":[3]}},
    "]",4,

    []],"b":[5]}}`;
  JSON.parse(text);
  assert.deepEqual(elementLines(text, ["results", "tests"]), [2, 3, 3, 5]);
  assert.deepEqual(elementLines('{"results":{"tests":[]}}', ["results", "tests"]), []);
  assert.deepEqual(elementLines('{"results":{"tests":{"a":[1]}}}', ["results", "tests"]), []);
  assert.deepEqual(elementLines('[{"tests":[1]}]', ["results", "tests"]), []);
});
