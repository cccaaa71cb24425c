import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { gitRepository } from "@holdpoint/testkit";
import type { Host } from "../host.ts";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = `# floors of a small shop
version: 1
service: shop
suites: []
coverage:
  reports: [{ id: all, format: lcov, files: [reports/lcov.info] }]
  source: ["src/**/*.js"]
  exclude: ["**/*.test.js"]
  components:
    - { id: store, paths: ["src/store/**"], lines: 50, critical: true } # money is here
    - id: all
      paths: ["src/**"]
      lines: 60
      maxUncovered: { lines: 9 }
profiles:
  release: { gates: { coverage: { checks: { whole-floor: { linesPercent: 60 } } } }, requireGates: [coverage] }
`;

const FILES = {
  "holdpoint.yaml": CONFIG,
  "src/cart.js": 'import { save } from "./store/disk.js";\nexport const cart = save;\n',
  "src/cart.test.js": 'import { cart } from "./cart.js";\n',
  "src/store/disk.js": "export const save = 1;\n",
  "src/lonely.js": "export const lonely = 1;\n",
  ".gitignore": "reports\n",
  "reports/lcov.info": "",
};

const LCOV = `SF:src/cart.js
DA:1,1
DA:2,1
end_of_record
SF:src/store/disk.js
${Array.from({ length: 10 }, (_, index) => `DA:${index + 1},${index < 8 ? 1 : 0}`).join("\n")}
end_of_record
`;

function project(t: Ending): string {
  const root = gitRepository(t, FILES);
  writeFileSync(join(root, "reports/lcov.info"), LCOV);
  return root;
}

/** What the three verbs tell, as far as it is looked at here. */
interface Told {
  readonly schema: string;
  readonly bands: readonly { readonly id: string; readonly entries: readonly { readonly name: string }[] }[];
  readonly critical: readonly { readonly band: string }[];
  readonly notMeasured: readonly string[];
  readonly summary: { readonly untested: readonly string[]; readonly ratio: string };
  readonly modules: readonly { readonly path: string; readonly distance: number | null }[];
  readonly proposals: readonly unknown[];
  readonly diff: string;
  readonly written: boolean;
}

async function json(
  root: string,
  args: readonly string[],
  change: Partial<Host> = {},
): Promise<{ exit: number; document: Told }> {
  const { exit, stdout, stderr } = await ran(fakeHost(root, change), "coverage", ...args, "--json");
  assert.equal(stderr, "");
  return { exit, document: JSON.parse(stdout) as Told };
}

test("bands of folders and components come out of the reports that lie there", async (t) => {
  const root = project(t);
  const { exit, document } = await json(root, ["bands"]);
  assert.equal(exit, 0);
  assert.equal(document.schema, "holdpoint/coverage-bands/v1");
  const names = document.bands.map(({ id, entries }) => [id, ...entries.map(({ name }) => name)].join(" "));
  assert.deepEqual(names, ["100 src", "90-99", "70-89 src/store", "50-69", "20-49", "below-20", "0"]);
  assert.equal(document.critical[0]?.band, "70-89");
  const byFile = await json(root, ["bands", "--by", "file"]);
  assert.deepEqual(byFile.document.notMeasured, ["src/lonely.js"]);
});

test("the mapping says which module has no test", async (t) => {
  const { exit, document } = await json(project(t), ["mapping"]);
  assert.equal(exit, 0);
  assert.deepEqual(document.summary.untested, ["src/lonely.js"]);
  assert.equal(document.summary.ratio, "66.66%");
  assert.deepEqual(
    document.modules.map(({ path, distance }) => `${path} ${distance}`),
    ["src/cart.js 1", "src/lonely.js null", "src/store/disk.js 2"],
  );
});

test("the ratchet proposes an edit and writes it only when it is told to", async (t) => {
  const root = project(t);
  const first = await json(root, ["ratchet"]);
  assert.equal(first.exit, 0);
  assert.equal(first.document.written, false);
  assert.equal(readFileSync(join(root, "holdpoint.yaml"), "utf8"), CONFIG);
  assert.match(
    first.document.diff,
    /^\+ {4}- \{ id: store, paths: \["src\/store\/\*\*"\], lines: 79, critical: true \} # money is here$/m,
  );
  const second = await json(root, ["ratchet", "--write", "--slack", "0"]);
  assert.equal(second.document.written, true);
  const expected = CONFIG.replace("lines: 50", "lines: 80")
    .replace("lines: 60\n", "lines: 83.3\n")
    .replace("lines: 9", "lines: 2")
    .replace("linesPercent: 60", "linesPercent: 83.3");
  assert.equal(readFileSync(join(root, "holdpoint.yaml"), "utf8"), expected);
  assert.equal(existsSync(join(root, "holdpoint.yaml.ratchet")), false);
  const third = await json(root, ["ratchet", "--write", "--slack", "0"]);
  assert.deepEqual([third.document.proposals, third.document.diff, third.document.written], [[], "", false]);
});

test("on a CI platform nothing is written, whatever is asked for", async (t) => {
  const root = project(t);
  const env = { PATH: process.env["PATH"], GITHUB_ACTIONS: "true" };
  const { exit, stdout } = await ran(fakeHost(root, { env }), "coverage", "ratchet", "--write", "--json");
  assert.equal(exit, 2);
  assert.equal((JSON.parse(stdout) as { readonly code: string }).code, "HP-COVERAGE-WRITE-IN-CI");
  assert.equal(readFileSync(join(root, "holdpoint.yaml"), "utf8"), CONFIG);
  assert.equal((await json(root, ["ratchet"], { env })).document.proposals.length, 4);
  const off = { PATH: process.env["PATH"], CI: "false" };
  assert.equal((await json(root, ["ratchet", "--write"], { env: off })).document.written, true);
});

test("odd numbers, absent reports and a configuration without coverage are refused", async (t) => {
  const root = project(t);
  const refused = async (code: string, ...args: string[]): Promise<void> => {
    const { exit, stdout } = await ran(fakeHost(root), "coverage", ...args, "--json");
    assert.notEqual(exit, 0);
    assert.equal((JSON.parse(stdout) as { readonly code: string }).code, code, args.join(" "));
  };
  for (const slack of ["-1", "1.25", "many", "1000", ""]) await refused("HP-USAGE", "ratchet", `--slack=${slack}`);
  await refused("HP-USAGE", "ratchet", "--stop", "101");
  writeFileSync(join(root, "reports/lcov.info"), "");
  await refused("HP-READ-EMPTY", "bands");
  writeFileSync(
    join(root, "holdpoint.yaml"),
    "version: 1\nservice: a\nsuites: []\nprofiles: { release: { gates: { candidate: {} } } }\n",
  );
  for (const verb of ["bands", "mapping", "ratchet"]) await refused("HP-CONFIG-REFERENCE", verb);
});
