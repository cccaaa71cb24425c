import { editFile, git, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import { configOf, LCOV, realCoverage, RUNNER } from "./covered-program.ts";

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
  {
    gate: "coverage",
    id: "untested-change",
    harms: "lines are added that no test runs, too few to be seen in the whole",
    expect: { check: "patch-floor", outcome: "fail", code: "below-floor" },
    config: configOf(RUNNER),
    params: {
      "patch-floor": { minLines: 3 },
      "whole-floor": { linesPercent: 1, branchesPercent: 1, functionsPercent: 1 },
    },
    inherits: true,
    sound: realCoverage,
    harm: async (folder) =>
      editFile(folder, "sum.js", (bytes) => `${bytes.toString("utf8")}export function never(a) {\n  return a;\n}\n`),
  },
  {
    gate: "coverage",
    id: "hidden-change",
    harms: "git is told that source files are binary, so that the untested change cannot be seen",
    expect: { check: "patch-floor", outcome: "missing", code: "change-hidden" },
    config: configOf(RUNNER),
    inherits: true,
    sound: realCoverage,
    harm: async (folder) => {
      editFile(folder, "sum.js", (bytes) => `${bytes.toString("utf8")}export const never = (a) => a;\n`);
      writeFiles(folder, { ".gitattributes": "*.js -diff\n" });
    },
  },
];
