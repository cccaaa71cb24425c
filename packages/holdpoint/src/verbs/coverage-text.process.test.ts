import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { gitRepository, writeFiles } from "@holdpoint/testkit";
import type { Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = `version: 1
service: shop
coverage:
  reports: [{ id: all, format: lcov, files: [reports/lcov.info] }]
  source: ["src/**"]
  components:
    - { id: store, paths: ["src/store/**"], lines: 50, branches: 50, critical: true }
    - { id: all, paths: ["src/**"], lines: 60, maxUncovered: { lines: 9 } }
profiles:
  release: { gates: { coverage: { checks: { whole-floor: { linesPercent: 60 } } }, exceptions: {}, test-mapping: {} } }
  nightly: { gates: { coverage: {}, candidate: {} } }
`;

const FILES = {
  "holdpoint.yaml": CONFIG,
  "src/cart.js": 'import { save } from "./store/disk.js";\nexport const cart = save;\n',
  "src/store/disk.js": "export const save = 1;\n",
  "src/lonely.js": "export const lonely = 1;\n",
  ".gitignore": "reports\n.holdpoint\n",
};

const lines = (count: number, covered: number): string =>
  Array.from({ length: count }, (_, index) => `DA:${index + 1},${Number(index < covered)}\n`).join("");
const LCOV = `SF:src/cart.js\n${lines(2, 2)}end_of_record\nSF:src/store/disk.js\n${lines(10, 8)}end_of_record\n`;

function project(t: Ending): string {
  const root = gitRepository(t, FILES);
  writeFiles(root, { "reports/lcov.info": LCOV });
  return root;
}

const coverage = (root: string, ...args: string[]): Promise<Ran> => ran(fakeHost(root), "coverage", ...args);

test("bands are lists under their names, the critical one apart, and every choice of --by is one", async (t) => {
  const root = project(t);
  const { exit, stdout } = await coverage(root, "bands");
  assert.equal(exit, 0);
  assert.equal(
    stdout,
    `By folder, lines
100 %: 1
  100.00%  2 of 2  src (1 files not measured)
90–99 %: 0
70–89 %: 1
  80.00%  8 of 10  src/store (critical)
50–69 %: 0
20–49 %: 0
< 20 %: 0
0 %: 0

Critical
  70-89  80.00%  8 of 10  store (critical)
`,
  );
  const file = await coverage(root, "bands", "--by", "file");
  assert.match(file.stdout, /^Measured by no report: 1\n {2}src\/lonely\.js$/m);
  const component = await coverage(root, "bands", "--by", "component");
  assert.match(
    component.stdout,
    /^70–89 %: 2\n {2}80\.00% {2}8 of 10 +store \(critical\)\n {2}83\.33% {2}10 of 12 +all/m,
  );
  const branches = await coverage(root, "bands", "--metric", "branches");
  assert.match(
    branches.stdout,
    /^Measured by no report: 2\n {2}src\n {2}src\/store\n\nCritical\n {2}not measured {2}0 of 0/m,
  );
  for (const args of [
    ["--by", "package"],
    ["--metric", "words"],
  ]) {
    const refused = await coverage(root, "bands", ...args);
    assert.deepEqual([refused.exit, refused.stdout], [2, ""], args.join(" "));
  }
});

test("the ratchet shows each number with what is reached, what nobody measures, and the diff", async (t) => {
  const root = project(t);
  const { exit, stdout } = await coverage(root, "ratchet");
  assert.equal(exit, 0);
  const [table, diff = ""] = stdout.split("\n--- a/");
  assert.deepEqual(
    table?.split("\n").map((line) => line.replaceAll(/ {2,}/g, " | ")),
    [
      "component store | lines | at least 50% → 79% | 80.00% (8 of 10)",
      "component all | lines | at least 60% → 82.3% | 83.33% (10 of 12)",
      "component all | lines | at most 9 → 2 | 2 uncovered",
      "profile release | lines | at least 60% → 82.3% | 83.33% (10 of 12)",
      "",
      "Not measured:",
      " | component store: branches",
      "",
    ],
  );
  assert.match(diff, /^holdpoint\.yaml\n\+\+\+ b\/holdpoint\.yaml\n@@ -\d+,\d+ \+\d+,\d+ @@\n/);
  assert.match(diff, /\n\nNothing was written; `--write` puts this into holdpoint\.yaml\.\n$/);
  assert.equal(readFileSync(join(root, "holdpoint.yaml"), "utf8"), CONFIG);
  const written = await coverage(root, "ratchet", "--write", "--stop", "70");
  assert.match(written.stdout, /component store +lines +at least 50% → 70% /);
  assert.match(written.stdout, /\n\nWritten to holdpoint\.yaml\.\n$/);
  const again = await coverage(root, "ratchet", "--stop", "70");
  assert.equal(
    again.stdout,
    "None of 5 floors and limits could ask for more.\n\nNot measured:\n  component store: branches\n",
  );
});

test("a gate about coverage says what it held, and another profile has others", async (t) => {
  const root = project(t);
  const { exit, stdout } = await coverage(root, "gate");
  assert.equal(exit, 1);
  const gates = stdout.split("\n").slice(0, 3);
  assert.deepEqual(
    gates.map((line) => line.split(/ {2,}/)[1]),
    ["coverage", "exceptions", "test-mapping"],
  );
  assert.match(stdout, /^missing coverage: .*/m);
  assert.match(stdout, /component store: no report measures branches/);
  assert.ok(stdout.endsWith("A check is no promotion: `holdpoint promote` goes the whole way.\n"));
  const nightly = await coverage(root, "gate", "--profile", "nightly");
  assert.match(nightly.stdout, /^\w+ +coverage /);
  assert.ok(!nightly.stdout.includes("candidate") && !nightly.stdout.includes("exceptions"));
  const unknown = await coverage(root, "gate", "--profile", "nightlz");
  assert.deepEqual([unknown.exit, unknown.stdout], [2, ""]);
  assert.match(unknown.stderr, /no profile "nightlz"; did you mean "nightly"\?/);
});

test("the mapping names what has no test, and every module where it is asked for", async (t) => {
  const root = project(t);
  const { stdout } = await coverage(root, "mapping");
  assert.match(
    stdout,
    /^0\.00% of the modules have a test: 0 of 3 \(0 by coverage contexts, 0 by imports, 0 by name\)/,
  );
  assert.match(stdout, /\nWithout a test: 3\n {2}src\/cart\.js\n {2}src\/lonely\.js\n {2}src\/store\/disk\.js\n/);
  assert.ok(!stdout.includes("none  "));
  assert.match((await coverage(root, "mapping", "--modules")).stdout, /^none +src\/cart\.js *$/m);
});

test("a report says what it counted and what is wrong with it, and quiet says nothing", async (t) => {
  const root = project(t);
  const { exit, stdout } = await coverage(root, "report", "reports/lcov.info");
  assert.equal(exit, 0);
  assert.match(stdout, /83\.33%/);
  writeFiles(root, { "reports/lcov.info": LCOV.replace("DA:2,1", "DA:2,x") });
  const broken = await coverage(root, "report", "reports/lcov.info");
  assert.equal(broken.exit, 3);
  assert.match(broken.stdout, /reports\/lcov\.info:3:6.*HP-READ-SYNTAX/s);
  const quiet = await coverage(root, "bands", "--quiet");
  assert.deepEqual([quiet.exit, quiet.stdout], [3, ""]);
  assert.match(quiet.stderr, /reports\/lcov\.info:3:6: .*\[HP-READ-SYNTAX\]/);
});
