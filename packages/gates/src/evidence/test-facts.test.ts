import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, JsonObject } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { testCase, testResults } from "../scenes/test-results.ts";
import { readTestFacts, testFacts } from "./test-facts.ts";

function input(bodies: readonly unknown[], facts: JsonObject = {}): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.testResults]: bodies } });
  const baseline = {
    choice: "last-promoted",
    verdict: "sha256:0",
    candidate: SCENE_CANDIDATE,
    promotedAt: "",
    policyDigest: "",
    gates: [],
    facts,
  } as const;
  return {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
}

test("facts are sorted, so that the order of reports does not matter", () => {
  const cases = ["b", "a", "c"].map((id) => testCase(id, { id }));
  const facts = testFacts(input([testResults({ suite: "z", cases }), testResults({ suite: "a", cases: [] })]));
  assert.deepEqual(facts, {
    suites: [
      { suite: "a", tests: 0, failed: 0, skipped: 0, passed: [] },
      { suite: "z", tests: 3, failed: 0, skipped: 0, passed: ["a", "b", "c"] },
    ],
  });
});

test("a test with two verdicts did not pass", () => {
  const cases = [
    testCase("a", { id: "a" }),
    testCase("a", { id: "a", status: "failed" }),
    testCase("b", { id: "b", status: "errored" }),
    testCase("c", { id: "c", status: "skipped" }),
  ];
  assert.deepEqual(testFacts(input([testResults({ cases })])), {
    suites: [{ suite: "unit", tests: 4, failed: 2, skipped: 1, passed: [] }],
  });
});

test("facts are read back as they were written", () => {
  const facts = testFacts(input([testResults()]));
  assert.deepEqual(readTestFacts(input([], { tests: facts })), facts);
});

test("facts of another form are no facts", () => {
  const wrong: readonly JsonObject[] = [
    {},
    { tests: {} },
    { tests: [] },
    { tests: { suites: [] } },
    { tests: { suites: "unit" } },
    { tests: { suites: [{ suite: 1, passed: [] }] } },
    { tests: { suites: [{ suite: "unit" }] } },
    { tests: { suites: [{ suite: "unit", passed: [1] }] } },
  ];
  for (const facts of wrong) assert.equal(readTestFacts(input([], facts)), null, JSON.stringify(facts));
});
