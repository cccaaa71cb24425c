import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, gitRepository, writeFiles } from "@holdpoint/testkit";
import type { MappingSummary } from "../coverage/mapping/summary.ts";
import { GATES } from "../registry.ts";
import { fakeHost, ran } from "../testing.ts";
import { loadConfig } from "./config-file.ts";
import { lastPromotion } from "./last-promotion.ts";
import { latestJudgement } from "./latest-judgement.ts";
import { mappingNow, mappingThen } from "./mapping-now.ts";

const CONFIG = `version: 1
service: shop
coverage:
  reports: [{ id: all, format: lcov, files: [reports/lcov.info] }]
  source: ["src/**/*.js"]
  exclude: ["**/*.test.js"]
profiles:
  release:
    gates: { candidate: {}, test-mapping: {}, ledger: {} }
    requireGates: [candidate, test-mapping, ledger]
    requireSections: [L]
    firstRelease: allow
repository: { versionFiles: [package.json], changelog: CHANGELOG.md }
`;

const FILES = {
  "holdpoint.yaml": CONFIG,
  "package.json": '{ "name": "shop", "version": "1.0.0" }\n',
  "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\n- It sells.\n",
  ".gitignore": "reports/\n.holdpoint/\n",
  "src/cart.js": 'import { save } from "./disk.js";\nexport const cart = save;\n',
  "src/disk.js": "export const save = () => 1;\n",
  "src/cart.test.js": 'import { cart } from "./cart.js";\ncart();\n',
};
const LCOV = "SF:src/cart.js\nDA:1,1\nDA:2,1\nend_of_record\nSF:src/disk.js\nDA:1,1\nend_of_record\n";

function project(t: Ending): string {
  const root = gitRepository(t, FILES);
  writeFiles(root, { "reports/lcov.info": LCOV });
  return root;
}

async function summaryOf(root: string): Promise<MappingSummary> {
  const { exit, stdout } = await ran(fakeHost(root), "coverage", "mapping", "--json");
  assert.equal(exit, 0, stdout);
  return (JSON.parse(stdout) as { readonly summary: MappingSummary }).summary;
}

test("before anything was promoted there is no trend, and looking leaves nothing behind", async (t) => {
  const root = project(t);
  const loaded = loadConfig(root, undefined, GATES);
  assert.deepEqual([mappingThen(loaded), lastPromotion(loaded), latestJudgement(root)], [null, null, null]);
  const { coverage } = loaded.config;
  assert.ok(coverage !== null);
  const body = await mappingNow(fakeHost(root), loaded, coverage);
  assert.deepEqual(
    body.modules.map(({ path, by, distance, tests }) => [path, by, distance, tests]),
    [
      ["src/cart.js", "import", 1, ["src/cart.test.js"]],
      ["src/disk.js", "import", 2, ["src/cart.test.js"]],
    ],
  );
  assert.equal((await summaryOf(root)).trend, null);
});

test("after a promotion the trend says what lost its tests and what came without any", async (t) => {
  const root = project(t);
  const promoted = await ran(fakeHost(root), "promote", "--json");
  assert.equal(promoted.exit, 0, promoted.stdout.slice(-2_000));
  assert.deepEqual([latestJudgement(root)?.verdict, latestJudgement(root)?.partial], ["PROMOTE", false]);
  const loaded = loadConfig(root, undefined, GATES);
  assert.equal(mappingThen(loaded)?.promotedAt, lastPromotion(loaded)?.promotedAt);
  const same = (await summaryOf(root)).trend;
  assert.deepEqual([same?.tested, same?.modules, same?.ratio], [2, 2, "100.00%"]);
  assert.deepEqual([same?.lost, same?.gained, same?.newUntested], [[], [], []]);

  writeFiles(root, {
    "src/cart.js": "export const cart = () => 2;\n",
    "src/price.js": "export const price = () => 3;\n",
  });
  commitAll(root, "alone");
  const { trend, untested } = await summaryOf(root);
  assert.deepEqual(untested, ["src/disk.js", "src/price.js"]);
  assert.deepEqual([trend?.lost, trend?.newUntested], [["src/disk.js"], ["src/price.js"]]);
  const { stdout } = await ran(fakeHost(root), "coverage", "mapping", "--modules");
  assert.match(stdout, /^At the promotion of \d{4}-\d\d-\d\d: 100\.00%, 2 of 2$/m);
  assert.match(stdout, /^Lost their tests: 1\n {2}src\/disk\.js$/m);
  assert.match(stdout, /^import {2}1 {2}src\/cart\.js {3}src\/cart\.test\.js$/m);
});

test("the next candidate is held for it, and what was judged is there to be read", async (t) => {
  const root = project(t);
  assert.equal((await ran(fakeHost(root), "promote")).exit, 0);
  writeFiles(root, { "src/cart.js": "export const cart = () => 2;\n" });
  commitAll(root, "alone");
  assert.equal((await ran(fakeHost(root), "promote")).exit, 1);
  const judged = latestJudgement(root);
  assert.equal(judged?.verdict, "HOLD");
  assert.deepEqual(
    judged.holdReasons.map(({ gate, check }) => `${gate}/${check}`).filter((one) => one.includes("lost")),
    ["test-mapping/no-module-lost-its-tests"],
  );
  writeFiles(join(root, ".holdpoint", "runs", judged.run), { "judgement.json": "{" });
  assert.throws(() => latestJudgement(root), { code: "HP-READ-FAILED" });
});
