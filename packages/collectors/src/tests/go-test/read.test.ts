import assert from "node:assert/strict";
import { test } from "node:test";
import { readAs, refusal, verdicts } from "../testing.test.ts";

type Event = readonly [action: string, test?: string | undefined, more?: object];

const lines = (...events: readonly Event[]): string =>
  events
    .map(([action, name, more]) => {
      const of = name === undefined ? {} : { Test: name };
      return `${JSON.stringify({ Action: action, Package: "p", ...of, ...more })}\n`;
    })
    .join("");
const output = (text: string): object => ({ Output: text });
const read = (...events: readonly Event[]): readonly string[] => verdicts(readAs("go-test", lines(...events)));

test("a test is as bad as its event says, and a parent is a test like its children", () => {
  assert.deepEqual(
    read(["run", "A"], ["run", "A/b"], ["skip", "A/b"], ["pass", "A"], ["run", "C"], ["fail", "C"], ["fail"]),
    ["skipped p › A/b", "passed p › A", "failed p › C"],
  );
});

test("a test without an end has errored, unless it said that it passed", () => {
  assert.deepEqual(read(["run", "A"], ["fail"]), ["errored p › A"]);
  assert.deepEqual(read(["run", "A"], ["pass"]), ["errored p › A"]);
  const passed: Event = ["output", "A", output("no break--- PASS: A (0.00s)\n")];
  assert.deepEqual(read(["run", "A"], passed, ["pass"]), ["passed p › A"]);
  const other: Event = ["output", "A", output("no break--- PASS: B (0.00s)\n")];
  assert.deepEqual(read(["run", "A"], other, ["pass"]), ["errored p › A"]);
  assert.deepEqual(read(["run", "A"], passed, ["output", "A", output("more\n")], ["pass"]), ["errored p › A"]);
});

test("a benchmark passes with its result or with its package", () => {
  const result: Event = ["output", "BenchmarkA", output("BenchmarkA-2 \t10\t 1.2 ns/op\n")];
  assert.deepEqual(read(["run", "BenchmarkA"], ["pass"]), ["passed p › BenchmarkA"]);
  assert.deepEqual(read(["run", "BenchmarkA"], result, ["fail"]).slice(0, 1), ["passed p › BenchmarkA"]);
  assert.deepEqual(read(["run", "BenchmarkA"], ["fail"]), ["errored p › BenchmarkA"]);
});

test("a package that failed without a failed test is a case, with what it printed", () => {
  const { cases } = readAs("go-test", lines(["pass", "A"], ["output", undefined, output("os.Exit\n")], ["fail"]));
  assert.deepEqual(
    cases.map(({ id, message }) => `${id}: ${message}`),
    ["p › A: null", "p › (package): os.Exit"],
  );
});

test("a package without test files is nothing", () => {
  const found = readAs("go-test", lines(["output", undefined, output("?   \tp\t[no test files]\n")], ["skip"]));
  assert.deepEqual([found.cases.length, found.report.suites], [0, 0]);
});

test("running again is a retry: the last verdict counts, and what failed before is flaky", () => {
  const first: readonly Event[] = [["fail", "A"], ["pass", "B"], ["fail"]];
  assert.deepEqual(read(...first, ["pass", "A"], ["pass"]), ["~passed p › A", "passed p › B"]);
  assert.deepEqual(read(...first, ["fail", "A"], ["fail"]), ["failed p › A", "passed p › B"]);
  assert.deepEqual(read(["fail"], ["pass", "A"], ["pass"]), ["passed p › A"]);
});

test("of several runs within one, as -count makes them, the worst counts", () => {
  assert.deepEqual(read(["fail", "A"], ["pass", "A"], ["fail"]), ["failed p › A"]);
  assert.deepEqual(read(["pass", "A"], ["fail", "A"], ["fail"]), ["failed p › A"]);
});

test("a build that failed is told by events, or by the plain line of older versions", () => {
  const events =
    '{"ImportPath":"p [p.test]","Action":"build-output","Output":"a.go:1:1: no\\n"}\n' +
    '{"ImportPath":"p [p.test]","Action":"build-fail"}\n';
  const build = (source: string): readonly (string | null)[] =>
    readAs("go-test", source).cases.map(({ id, status, message }) => `${status} ${id} ${message}`);
  assert.deepEqual(build(events), ["errored p › (package) a.go:1:1: no"]);
  const failed = lines(["fail", undefined, { FailedBuild: "p [p.test]" }]);
  assert.deepEqual(build(events + failed), ["errored p › (package) a.go:1:1: no"]);
  const plain = "# p\na.go:1:1: no\nFAIL\tp [build failed]\n";
  assert.deepEqual(build(plain + lines(["skip"])), ["errored p › (package) the build failed"]);
});

test("cut off, unknown and broken events are refused with their line", () => {
  assert.equal(refusal("go-test", lines(["pass", "A"])), "HP-READ-TRUNCATED 1:1");
  assert.equal(refusal("go-test", lines(["pass", "A"], ["pass"]).slice(0, -9)), "HP-READ-TRUNCATED 2:24");
  assert.equal(refusal("go-test", lines(["pass", "A"], ["explode", "B"])), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal("go-test", `${lines(["pass", "A"])}what is this\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal("go-test", lines(["pass", "A", { Elapsed: -1 }])), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal("go-test", '{"Action":"pass","Test":"A"}\n'), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal("go-test", '{"Action":"pass","Package":3}\n'), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal("go-test", '{"Action":"pass","Action":"fail","Package":"p"}\n'), "HP-READ-DUPLICATE-KEY 1:18");
  assert.equal(refusal("go-test", "exit status 1\n"), "HP-READ-NOT-THE-FORMAT 1:1");
});
