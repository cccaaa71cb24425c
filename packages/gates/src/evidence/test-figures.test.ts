import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND, sceneEvidence } from "@holdpoint/core";
import type { CheckInput, TestFigures } from "@holdpoint/core";
import { testCase, testResults } from "../scenes/test-results.ts";
import { testFigures } from "./test-figures.ts";

test("each suite is counted, and its flaky tests are named", () => {
  const cases = [
    testCase("b", { durationMs: 5, flaky: true }),
    testCase("a", { durationMs: 7, flaky: true }),
    testCase("c", { status: "failed", durationMs: null }),
    testCase("d", { status: "errored" }),
    testCase("e", { status: "skipped" }),
  ];
  const scene = { bodies: { [KIND.testResults]: [testResults({ suite: "z", cases }), testResults({ suite: "a" })] } };
  const evidence = sceneEvidence(scene);
  const input = { of: () => evidence } as unknown as CheckInput;
  const [first, second] = (testFigures(input) as unknown as TestFigures).suites;
  assert.equal(first?.suite, "a");
  assert.ok(second);
  const { durationMs, ...counts } = second;
  assert.ok(durationMs >= 12);
  assert.deepEqual(counts, {
    suite: "z",
    tests: 5,
    passed: 2,
    failed: 2,
    skipped: 1,
    flaky: ["src/cart.test.ts › a", "src/cart.test.ts › b"],
    flakyCount: 2,
  });
});
