import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContradiction } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("tests", check);

const differing: TestContradiction = {
  test: "a",
  first: { report: "r.xml", line: 3, status: "passed" },
  second: { report: "r.tap", line: 9, status: "errored" },
};
const absent: TestContradiction = {
  test: "b",
  first: { report: "r.xml", line: null, status: null },
  second: { report: "r.tap", line: 12, status: "passed" },
};

test("both reports are named, with the line where they speak of the test", () => {
  const contradictions = [absent, differing];
  const result = judgeScene(check, { bodies: { [KIND.testResults]: [testResults({ contradictions })] } });
  assert.equal(result.code, "verdicts-differ");
  assert.match(result.reason, /^1 test with different verdicts: a \(passed in r\.xml, errored in r\.tap\); /);
  assert.match(result.reason, /1 test in one report only: b \(not listed in r\.xml, passed in r\.tap\)$/);
  assert.deepEqual(
    result.locations.map(({ file, line }) => `${file}:${line ?? "-"}`),
    ["r.xml:3", "r.tap:9", "r.xml:-", "r.tap:12"],
  );
});

test("contradictions of every suite are found and counted", () => {
  const suites = ["a", "b"].map((suite) => testResults({ suite, contradictions: [differing] }));
  const result = judgeScene(check, { bodies: { [KIND.testResults]: suites } });
  assert.equal(result.observed, 2);
  assert.match(result.locations[2]?.text ?? "", /^b: a passed$/);
});
