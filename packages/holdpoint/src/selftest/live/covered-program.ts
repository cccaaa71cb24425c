import type { Config, SuiteConfig } from "@holdpoint/core";
import { commitAll, writeFiles } from "../../io/plant-files.ts";

export const LCOV = "reports/lcov.info";
export const RUNNER: readonly string[] = [
  "node",
  "--test",
  "--experimental-test-coverage",
  "--test-coverage-exclude=*.test.js",
  "--test-reporter=lcov",
  `--test-reporter-destination=${LCOV}`,
  "sum.test.js",
];

/** One suite and the report that it writes. */
export function configOf(run: readonly string[]): Partial<Config> {
  const suite: SuiteConfig = {
    id: "unit",
    run,
    timeoutMs: 60_000,
    results: [],
    writes: [LCOV],
    alone: true,
    judged: true,
    reason: null,
    shard: null,
  };
  return {
    suites: [suite],
    coverage: {
      reports: [{ id: "all", format: "lcov", files: [LCOV], shard: null, context: null }],
      source: ["*.js"],
      exclude: ["*.test.js", "copy.js"],
      components: [],
      contexts: [],
      tests: [],
      register: null,
    },
  };
}

/** A small program that its real tests cover wholly. */
export async function realCoverage(folder: string): Promise<void> {
  writeFiles(folder, {
    "package.json": '{"name":"plant","version":"1.0.0","type":"module"}\n',
    "sum.js": "export function sum(a, b) {\n  return a + b;\n}\n",
    "sum.test.js":
      'import assert from "node:assert";\nimport { test } from "node:test";\nimport { sum } from "./sum.js";\n' +
      'test("adds", () => assert.equal(sum(1, 2), 3));\n',
    "reports/.gitignore": "*\n",
  });
  commitAll(folder);
}
