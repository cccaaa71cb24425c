import { editFile, git } from "../../io/plant-files.ts";
import { commitAll, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import { configOf, realCoverage, RUNNER } from "./covered-program.ts";

/** The small program with a second function that its tests leave uncovered. */
async function partlyCovered(folder: string): Promise<void> {
  await realCoverage(folder);
  writeFiles(folder, {
    "rest.js": "export function rest(a) {\n  return a > 1;\n}\n\nexport function never(a) {\n  return a;\n}\n",
    "rest.test.js":
      'import assert from "node:assert";\nimport { test } from "node:test";\nimport { rest } from "./rest.js";\n' +
      'test("compares", () => assert.ok(rest(2)));\n',
  });
  commitAll(folder);
}

/** Not written out: the instrumenter would look away from this very file as well. */
const lookAway = (word: "disable" | "enable"): string => `/* ${["node", "coverage"].join(":")} ${word} */`;

const CONFIG = configOf([...RUNNER, "rest.test.js"]);

export const plants: readonly LivePlant[] = [
  {
    gate: "coverage-regression",
    id: "deleted-test",
    harms: "the only test of a function is deleted and the function stands as it was",
    expect: { check: "no-newly-uncovered-unchanged", outcome: "fail", code: "too-many-newly-uncovered" },
    config: CONFIG,
    params: { "no-newly-uncovered-unchanged": { failAbove: 0 } },
    inherits: true,
    sound: partlyCovered,
    harm: async (folder) =>
      editFile(folder, "rest.test.js", (bytes) => bytes.toString("utf8").replace(/^test\(.*$/m, "")),
  },
  {
    gate: "coverage-regression",
    id: "look-away",
    harms: "a comment tells the instrumenter to look away from a function that no test calls",
    expect: { check: "exclusions-not-widened", outcome: "fail", code: "lines-left-out" },
    config: CONFIG,
    inherits: true,
    sound: partlyCovered,
    harm: async (folder) =>
      editFile(folder, "rest.js", (bytes) =>
        bytes
          .toString("utf8")
          .replace("export function never", `${lookAway("disable")}\nexport function never`)
          .concat(`${lookAway("enable")}\n`),
      ),
  },
  {
    gate: "coverage-regression",
    id: "moved-away",
    harms: "a badly tested file is moved to where the configuration counts nothing as source",
    expect: { check: "exclusions-not-widened", outcome: "fail", code: "files-excluded" },
    config: CONFIG,
    inherits: true,
    sound: partlyCovered,
    harm: async (folder) => {
      writeFiles(folder, { "lib/.keep": "" });
      git(folder, "mv", "rest.js", "lib/rest.js");
      editFile(folder, "rest.test.js", (bytes) => bytes.toString("utf8").replace("./rest.js", "./lib/rest.js"));
    },
  },
];
