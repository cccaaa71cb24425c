import assert from "node:assert/strict";
import { test } from "node:test";
import { normalCoverage } from "./normal-coverage.ts";

const report = { id: "all", files: ["a.info"] };

test("what is not said has its default", () => {
  assert.deepEqual(normalCoverage({ reports: [report], source: ["src/**"] }), {
    reports: [{ ...report, format: "auto", shard: null, context: null }],
    source: ["src/**"],
    exclude: [],
    components: [],
    contexts: [],
    tests: [],
    register: null,
  });
});

test("floors are gathered by metric, and everything said is kept", () => {
  const coverage = normalCoverage({
    reports: [{ ...report, format: "go", shard: "unit-api", context: "security" }],
    source: ["src/**"],
    exclude: ["gen/**"],
    components: [
      {
        id: "auth",
        paths: ["src/auth/**"],
        lines: 92,
        branches: 0,
        maxUncovered: { lines: 3 },
        shards: ["unit-auth"],
        tags: ["security"],
        critical: true,
        advisoryUntil: "2030-01-31",
      },
      { id: "api", paths: ["src/api/**"], regions: 50 },
    ],
    contexts: [{ id: "security", paths: ["src/auth/**"], lines: 90 }],
    tests: ["checks/**"],
    register: "docs/exceptions.md",
  });
  assert.deepEqual(coverage.components, [
    {
      id: "auth",
      paths: ["src/auth/**"],
      floors: { lines: 92, branches: 0 },
      maxUncovered: { lines: 3 },
      shards: ["unit-auth"],
      tags: ["security"],
      critical: true,
      advisoryUntil: "2030-01-31",
    },
    {
      id: "api",
      paths: ["src/api/**"],
      floors: { regions: 50 },
      maxUncovered: {},
      shards: [],
      tags: [],
      critical: false,
      advisoryUntil: null,
    },
  ]);
  assert.deepEqual(coverage.contexts, [
    { id: "security", match: [], paths: ["src/auth/**"], lines: 90, advisoryUntil: null },
  ]);
  assert.deepEqual(coverage.reports[0], { ...report, format: "go", shard: "unit-api", context: "security" });
  assert.deepEqual([coverage.tests, coverage.register], [["checks/**"], "docs/exceptions.md"]);
});
