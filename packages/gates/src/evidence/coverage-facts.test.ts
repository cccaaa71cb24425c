import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, Json, JsonObject } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { coverage, coveredFile } from "../scenes/coverage.ts";
import { coverageFacts, FACTS_RANGES_CHARS_MAX, factsNow } from "./coverage-facts.ts";
import { readCoverageFacts } from "./read-coverage-facts.ts";

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

test("facts name the reports, the totals and the files with their lines, sorted", () => {
  const loose = coveredFile("y.ts", { branches: null, coveredLines: "", uncoveredLines: "" });
  const reports = [
    coverage({ report: "b", shard: "x", files: [coveredFile("z.ts"), loose] }),
    coverage({ report: "a", format: "istanbul", instrumenter: "istanbul", files: [coveredFile("x.ts")] }),
  ];
  assert.deepEqual(coverageFacts(input(reports)), {
    version: 2,
    reports: [
      { id: "a", format: "istanbul", instrumenter: "istanbul", shard: null },
      { id: "b", format: "lcov", instrumenter: "node", shard: "x" },
    ],
    totals: {
      lines: { covered: 27, total: 30 },
      branches: { covered: 16, total: 20 },
      functions: { covered: 27, total: 30 },
    },
    keepsLines: true,
    files: [
      ["x.ts", "9/10 8/10 9/10 - -", "1-6,8-10", "7"],
      ["y.ts", "9/10 - 9/10 - -"],
      ["z.ts", "9/10 8/10 9/10 - -", "1-6,8-10", "7"],
    ],
  });
});

test("facts are read back as they were written, each time", () => {
  const now = input([coverage()]);
  const then = input([], { "coverage-regression": coverageFacts(now) });
  assert.deepEqual(readCoverageFacts(then), factsNow(now));
  assert.deepEqual(readCoverageFacts(then), factsNow(now));
});

test("facts of an older promotion have paths and totals, and no lines", () => {
  const reports = [{ id: "unit", format: "lcov", instrumenter: "node" }];
  const old: JsonObject = { reports, totals: { lines: { covered: 9, total: 10 } }, files: ["a.ts"] };
  assert.deepEqual(readCoverageFacts(input([], { coverage: old })), {
    reports: [{ ...reports[0], shard: null }],
    totals: { lines: { covered: 9, total: 10 } },
    paths: ["a.ts"],
    files: null,
  });
});

test("of a huge project counts are kept and lines are not", () => {
  const uncoveredLines = "1".repeat(100_000);
  const files = Array.from({ length: 3 }, (_, index) => coveredFile(`${index}.ts`));
  const facts = coverageFacts(input([coverage({ files })]));
  assert.ok(FACTS_RANGES_CHARS_MAX > uncoveredLines.length && JSON.stringify(facts).length < 1_000);
  const many = Array.from({ length: 200 }, (_, index) =>
    coveredFile(`${index}.ts`, {
      lines: { covered: 12_000, total: 12_000 },
      coveredLines: Array.from({ length: 12_000 }, (_none, line) => 100_000 + line * 2).join(","),
      uncoveredLines: "",
    }),
  );
  const huge = coverageFacts(input([coverage({ files: many })]));
  assert.equal(huge["keepsLines"], false);
  assert.ok(JSON.stringify(huge).length < 20_000);
  assert.equal(readCoverageFacts(input([], { "coverage-regression": huge }))?.files?.[0]?.ranges, null);
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
    { ...good, reports: [{ id: "a", format: "lcov", instrumenter: "node", shard: 1 }] },
    { ...good, files: "a" },
    { ...good, files: [1] },
    { ...good, totals: null },
    { ...good, totals: { lines: 90 } },
    { ...good, totals: { rows: { covered: 9, total: 10 } } },
    { ...good, totals: { lines: { covered: "9", total: 10 } } },
    { ...good, totals: { lines: { covered: 0.5, total: 1 } } },
  ];
  for (const facts of wrong)
    assert.equal(readCoverageFacts(input([], { "coverage-regression": facts })), null, JSON.stringify(facts));
});
