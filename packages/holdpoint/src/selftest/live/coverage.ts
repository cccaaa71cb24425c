import type { Config, SuiteConfig } from "@holdpoint/core";
import { commitAll, editFile, git, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

const LCOV = "reports/lcov.info";
const RUNNER = [
  "node",
  "--test",
  "--experimental-test-coverage",
  "--test-coverage-exclude=*.test.js",
  "--test-reporter=lcov",
  `--test-reporter-destination=${LCOV}`,
  "sum.test.js",
];

function configOf(run: readonly string[]): Partial<Config> {
  const suite: SuiteConfig = {
    id: "unit",
    run,
    timeoutMs: 60_000,
    junit: [],
    writes: [LCOV],
    alone: true,
    judged: true,
    reason: null,
  };
  return {
    suites: [suite],
    coverage: {
      reports: [{ id: "all", format: "lcov", files: [LCOV] }],
      source: ["*.js"],
      exclude: ["*.test.js", "copy.js"],
    },
  };
}

/** A small program that its real tests cover wholly. */
async function realCoverage(folder: string): Promise<void> {
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

export const plants: readonly LivePlant[] = [
  {
    gate: "coverage",
    id: "untested-code",
    harms: "code is added that no test calls",
    expect: { check: "whole-floor", outcome: "fail", code: "below-floor" },
    config: configOf(RUNNER),
    params: { "whole-floor": { linesPercent: 90, branchesPercent: 90, functionsPercent: 90 } },
    sound: realCoverage,
    harm: async (folder) =>
      editFile(folder, "sum.js", (bytes) => {
        const untested = Array.from(
          { length: 9 },
          (_, index) => `export function never${index}(a) {\n  return a ? ${index} : 0;\n}\n`,
        );
        return bytes.toString("utf8") + untested.join("");
      }),
  },
  {
    gate: "coverage",
    id: "untested-file",
    harms: "a source file is added that no test loads",
    expect: { check: "every-source-measured", outcome: "fail", code: "unmeasured" },
    config: configOf(RUNNER),
    sound: realCoverage,
    harm: async (folder) => {
      writeFiles(folder, { "extra.js": "export const extra = 1;\n" });
      git(folder, "add", "extra.js");
    },
  },
  {
    gate: "coverage",
    id: "lying-summary",
    harms: "the report declares lines as covered that its records show as never run",
    expect: { check: "counted-equals-declared", outcome: "fail", code: "declares-more" },
    config: configOf(["node", "copy.js"]),
    sound: async (folder) => {
      await realCoverage(folder);
      writeFiles(folder, {
        "copy.js": `import { copyFileSync } from "node:fs";\ncopyFileSync("whole.info", "${LCOV}");\n`,
        "whole.info": "TN:\nSF:sum.js\nDA:1,1\nDA:2,1\nLF:2\nLH:2\nend_of_record\n",
      });
    },
    harm: async (folder) =>
      editFile(folder, "whole.info", (bytes) => bytes.toString("utf8").replaceAll(/,1\n/g, ",0\n")),
  },
];
