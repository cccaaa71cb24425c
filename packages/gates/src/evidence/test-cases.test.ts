import assert from "node:assert/strict";
import { test } from "node:test";
import { testCase, testResults } from "../scenes/test-results.ts";
import { allCases, didFail, placeOf } from "./test-cases.ts";

test("cases keep the suite that ran them", () => {
  const suites = [testResults(), testResults({ suite: "process", cases: [testCase("spawns")] })];
  const cases = allCases(suites);
  assert.deepEqual(
    cases.map((one) => one.suite),
    ["unit", "unit", "unit", "process"],
  );
  assert.equal(cases[3]?.test.name, "spawns");
});

test("failed and errored are failures, skipped is not", () => {
  const failing = (["passed", "failed", "errored", "skipped"] as const).filter((status) =>
    didFail(testCase("a", { status })),
  );
  assert.deepEqual(failing, ["failed", "errored"]);
});

test("a place is the report's line with the first line of the message", () => {
  const broken = testCase("adds", { status: "failed", message: "\nexpected 1\nto be 2" });
  assert.deepEqual(placeOf({ suite: "unit", test: broken }), {
    file: "reports/junit/unit.xml",
    line: 3,
    text: "unit: src/cart.test.ts › adds failed: expected 1",
  });
  assert.equal(placeOf({ suite: "unit", test: testCase("b") }).text, "unit: src/cart.test.ts › b passed");
});
