import type { Config } from "@holdpoint/core";
import { commitAll, editFile, git, removeFile, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

function configOf(tests: readonly string[] = []): Partial<Config> {
  return {
    coverage: {
      reports: [],
      source: ["src/**"],
      exclude: ["src/**/*.test.ts"],
      components: [],
      contexts: [],
      tests,
      register: null,
    },
  };
}

/** A small program in three languages, each module of which a real test imports, one of them over another. */
async function realProject(folder: string): Promise<void> {
  writeFiles(folder, {
    "package.json": '{"name":"plant","version":"1.0.0","type":"module","imports":{"#*":"./src/*.ts"}}\n',
    "go.mod": "module example.invalid/plant\n",
    "src/tax.ts": "export const tax = (sum: number): number => sum / 5;\n",
    "src/cart.ts": 'import { tax } from "#tax";\nexport const total = (sum: number): number => sum + tax(sum);\n',
    "src/cart.test.ts":
      'import { test } from "node:test";\nimport { total } from "./cart.ts";\ntest("adds", () => total(5));\n',
    "src/ship/__init__.py": "",
    "src/ship/route.py": "def route():\n    return 1\n",
    "tests/test_route.py": "from ship import route\n\ndef test_route():\n    assert route.route() == 1\n",
    "src/pay/pay.go": "package pay\n\nfunc Pay() int { return 1 }\n",
    "pay/check_test.go": 'package check\n\nimport "example.invalid/plant/src/pay"\n\nvar _ = pay.Pay\n',
  });
  commitAll(folder);
}

export const plants: readonly LivePlant[] = [
  {
    gate: "test-mapping",
    id: "import-removed",
    harms: "the module that a test leads to no longer imports another, which keeps its name and loses its test",
    expect: { check: "ratio-at-least", outcome: "fail", code: "below-floor" },
    config: configOf(),
    params: { "ratio-at-least": { ratioPercent: 100 } },
    sound: realProject,
    harm: async (folder) =>
      editFile(
        folder,
        "src/cart.ts",
        () => '// import { tax } from "#tax";\nexport const total = (sum: number) => sum;\n',
      ),
  },
  {
    gate: "test-mapping",
    id: "types-only",
    harms: "what remains of the import is only its types, which run nothing",
    expect: { check: "ratio-at-least", outcome: "fail", code: "below-floor" },
    config: configOf(),
    params: { "ratio-at-least": { ratioPercent: 100 } },
    sound: realProject,
    harm: async (folder) =>
      editFile(
        folder,
        "src/cart.ts",
        (bytes) => `${bytes.toString("utf8").replace("import {", "import type {")}export type Tax = typeof tax;\n`,
      ),
  },
  {
    gate: "test-mapping",
    id: "test-deleted",
    harms: "the only test of a Python package is deleted",
    expect: { check: "ratio-at-least", outcome: "fail", code: "below-floor" },
    config: configOf(),
    params: { "ratio-at-least": { ratioPercent: 100 } },
    sound: realProject,
    harm: async (folder) => {
      removeFile(folder, "tests/test_route.py");
      git(folder, "add", "--all");
    },
  },
  {
    gate: "test-mapping",
    id: "not-text",
    harms: "a test is saved as UTF-16, so that nobody can tell what it imports",
    expect: { check: "imports-readable", outcome: "fail", code: "unreadable" },
    config: configOf(),
    sound: realProject,
    harm: async (folder) =>
      editFile(folder, "src/cart.test.ts", (bytes) => Buffer.from(`\ufeff${bytes.toString("utf8")}`, "utf16le")),
  },
  {
    gate: "test-mapping",
    id: "tests-moved",
    harms: "the tests move to another folder and their pattern stays",
    expect: { check: "no-dead-globs", outcome: "fail", code: "glob-matches-nothing" },
    config: configOf(["src/**/*.test.ts", "tests/test_*.py", "**/*_test.go"]),
    sound: realProject,
    harm: async (folder) => {
      git(folder, "mv", "tests", "checks");
    },
  },
];
