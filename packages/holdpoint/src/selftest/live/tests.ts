import type { SuiteConfig } from "@holdpoint/core";
import { commitAll, editFile, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

const REPORT = "reports/junit.xml";
const RUNNER = ["node", "--test", "--test-reporter=junit", `--test-reporter-destination=${REPORT}`, "sum.test.js"];

const suite = (run: readonly string[]): SuiteConfig => ({
  id: "unit",
  run,
  timeoutMs: 60_000,
  results: [REPORT],
  writes: [],
  alone: true,
  judged: true,
  reason: null,
  shard: null,
});

const TAP = "reports/unit.tap";
const TWO_REPORTERS = [
  "node",
  "--test",
  "--test-reporter=junit",
  `--test-reporter-destination=${REPORT}`,
  "--test-reporter=tap",
  `--test-reporter-destination=${TAP}`,
  "sum.test.js",
];

/** One run that two reporters tell, with a step behind it that may touch what they wrote. */
async function toldTwice(folder: string): Promise<void> {
  await realTests(folder);
  writeFiles(folder, {
    "run.js":
      'import { execFileSync } from "node:child_process";\nimport { edit } from "./edit.js";\n' +
      `execFileSync(process.execPath, ${JSON.stringify(TWO_REPORTERS.slice(1))});\nedit("${TAP}");\n`,
    "edit.js": "export const edit = () => undefined;\n",
  });
}

/** The second reporter's file with a piece replaced after the run. */
function editTap(from: string, to: string): (folder: string) => Promise<void> {
  const lines = [
    'import { readFileSync, writeFileSync } from "node:fs";',
    "export const edit = (file) =>",
    `  writeFileSync(file, readFileSync(file, "utf8").replace(${from}, ${JSON.stringify(to)}));`,
  ];
  return async (folder) => editFile(folder, "edit.js", () => `${lines.join("\n")}\n`);
}

const toldTwiceConfig = { suites: [{ ...suite(["node", "run.js"]), results: [REPORT, TAP] }] };

/** A real test file, run by a real runner. */
async function realTests(folder: string): Promise<void> {
  writeFiles(folder, {
    "package.json": '{"name":"plant","version":"1.0.0","type":"module"}\n',
    "sum.js": "export const sum = (a, b) => a + b;\n",
    "sum.test.js":
      'import assert from "node:assert";\nimport { test } from "node:test";\nimport { sum } from "./sum.js";\n' +
      'test("adds", () => assert.equal(sum(1, 2), 3));\ntest("adds nothing", () => assert.equal(sum(0, 0), 0));\n',
    "reports/.gitignore": "*\n",
  });
  commitAll(folder);
}

export const plants: readonly LivePlant[] = [
  {
    gate: "tests",
    id: "broken-code",
    harms: "the code under a real test is broken",
    expect: { check: "none-failed", outcome: "fail", code: "test-failed" },
    config: { suites: [suite(RUNNER)] },
    sound: realTests,
    harm: async (folder) => editFile(folder, "sum.js", () => "export const sum = (a, b) => a - b;\n"),
  },
  {
    gate: "tests",
    id: "report-not-written",
    harms: "the runner no longer writes its report, and the old one still lies there",
    expect: { check: "reports-fresh", outcome: "fail", code: "report-stale" },
    config: { suites: [suite(["node", "run.js"])] },
    sound: async (folder) => {
      await realTests(folder);
      writeFiles(folder, {
        "run.js": `import { execFileSync } from "node:child_process";\nexecFileSync(process.execPath, ${JSON.stringify(RUNNER.slice(1))});\n`,
      });
    },
    harm: async (folder) => editFile(folder, "run.js", () => "process.exit(0);\n"),
  },
  {
    gate: "tests",
    id: "report-cut-off",
    harms: "the report ends in the middle, as when the runner is killed",
    expect: { check: "none-failed", outcome: "error", code: "HP-READ-TRUNCATED" },
    config: { suites: [suite(["node", "copy.js"])] },
    sound: async (folder) => {
      await realTests(folder);
      writeFiles(folder, {
        "copy.js": `import { copyFileSync } from "node:fs";\ncopyFileSync("whole.xml", "${REPORT}");\n`,
        "whole.xml":
          '<testsuites><testsuite name="s" tests="1"><testcase name="a" classname="s"/></testsuite></testsuites>\n',
      });
    },
    harm: async (folder) => editFile(folder, "whole.xml", (bytes) => bytes.subarray(0, bytes.length - 20)),
  },
  {
    gate: "tests",
    id: "reporters-contradict",
    harms: "one of two reporters tells a passed test as failed",
    expect: { check: "reports-agree", outcome: "fail", code: "verdicts-differ" },
    config: toldTwiceConfig,
    sound: toldTwice,
    harm: editTap("/^ok 2/m", "not ok 2"),
  },
  {
    gate: "tests",
    id: "reporter-leaves-out",
    harms: "one of two reporters does not list a test, and its totals fit what it lists",
    expect: { check: "reports-agree", outcome: "fail", code: "tests-differ" },
    config: toldTwiceConfig,
    sound: toldTwice,
    harm: editTap("/^# Subtest: adds nothing[^]*$/m", "1..1\n"),
  },
];
