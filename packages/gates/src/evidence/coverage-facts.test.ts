import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, Json, JsonObject } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { coverage, coveredFile } from "../scenes/coverage.ts";
import { coverageFacts, readCoverageFacts } from "./coverage-facts.ts";

function input(bodies: readonly unknown[], facts: JsonObject = {}): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.coverage]: bodies } });
  const baseline = {
    choice: "last-promoted",
    verdict: "sha256:0",
    candidate: SCENE_CANDIDATE,
    promotedAt: "",
    policyDigest: "",
    gates: [],
    facts,
  } as const;
  return { candidate: SCENE_CANDIDATE, params: {}, baseline, nowMs: SCENE_NOW_MS, of: () => evidence as never };
}

test("facts name the reports, the totals and the files, sorted", () => {
  const reports = [
    coverage({ report: "b", files: [coveredFile("z.ts"), coveredFile("y.ts", { branches: null })] }),
    coverage({ report: "a", format: "istanbul", instrumenter: "istanbul", files: [coveredFile("x.ts")] }),
  ];
  assert.deepEqual(coverageFacts(input(reports)), {
    reports: [
      { id: "a", format: "istanbul", instrumenter: "istanbul" },
      { id: "b", format: "lcov", instrumenter: "node" },
    ],
    totals: {
      lines: { covered: 27, total: 30 },
      branches: { covered: 16, total: 20 },
      functions: { covered: 27, total: 30 },
    },
    files: ["x.ts", "y.ts", "z.ts"],
  });
});

test("facts are read back as they were written", () => {
  const facts = coverageFacts(input([coverage()]));
  assert.deepEqual(readCoverageFacts(input([], { coverage: facts })), facts);
});

test("facts of another form are no facts", () => {
  const good = coverageFacts(input([coverage()]));
  const wrong: readonly Json[] = [
    null,
    "x",
    [],
    {},
    { ...good, reports: [] },
    { ...good, reports: [{ id: 1 }] },
    { ...good, files: "a" },
    { ...good, files: [1] },
    { ...good, totals: null },
    { ...good, totals: { lines: 90 } },
    { ...good, totals: { lines: { covered: "9", total: 10 } } },
    { ...good, totals: { lines: { covered: 0.5, total: 1 } } },
  ];
  for (const facts of wrong)
    assert.equal(readCoverageFacts(input([], { coverage: facts })), null, JSON.stringify(facts));
});
