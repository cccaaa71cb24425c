import assert from "node:assert/strict";
import { test } from "node:test";
import type { Collected, CoverageBody, CoverageConfig } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { gitRepository, writeFiles } from "@holdpoint/testkit";
import { collectContext } from "../testing.ts";
import { coverageCollector } from "./collector.ts";

const NO_PARTS = { components: [], contexts: [], tests: [], register: null };
const LCOV = "SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n";

async function collect(root: string, config: CoverageConfig): Promise<readonly Collected<CoverageBody>[]> {
  return (await coverageCollector.collect(collectContext(root, config))) as readonly Collected<CoverageBody>[];
}

test("reports of both formats become evidence, judged against what git tracks", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "1;\n2;\n", "src/b c.ts": "1;\n", ".gitignore": "out\n" });
  const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 2 } };
  const entry = {
    path: `${root}/src/a.ts`,
    statementMap: { 0: loc },
    s: { 0: 3 },
    fnMap: {},
    f: {},
    branchMap: {},
    b: {},
  };
  writeFiles(root, {
    "out/a.info": LCOV,
    "out/c.json": JSON.stringify({ [entry.path]: entry }),
    "src/untracked.ts": "",
  });
  const [lcov, istanbul] = await collect(root, {
    reports: [
      { id: "l", format: "lcov", files: ["out/*.info"], shard: null, context: null },
      { id: "i", format: "istanbul", files: ["out/c.json"], shard: null, context: null },
    ],
    source: ["src/**/*.ts"],
    exclude: [],
    ...NO_PARTS,
  });
  assert.deepEqual(lcov?.body.files, [
    {
      path: "src/a.ts",
      resolved: true,
      lines: { covered: 1, total: 2 },
      branches: null,
      functions: null,
      statements: null,
      regions: null,
      coveredLines: "1",
      uncoveredLines: "2",
    },
  ]);
  assert.deepEqual(lcov.body.unmeasured, ["src/b c.ts"]);
  assert.deepEqual(lcov.inputs, [{ name: "out/a.info", sha256: sha256Hex(LCOV) }]);
  assert.equal(lcov.samples, 1);
  assert.equal(lcov.provenance, "imported");
  assert.deepEqual(istanbul?.body.files[0]?.statements, { covered: 1, total: 1 });
  assert.equal(istanbul.body.format, "istanbul");
});

test("an absent report, an empty one and one of another format are errors of the whole", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "" });
  writeFiles(root, { "a.info": "", "b.info": "<html></html>" });
  const report = (file: string): CoverageConfig => ({
    reports: [{ id: "l", format: "lcov", files: [file], shard: null, context: null }],
    source: ["src/**"],
    exclude: [],
    ...NO_PARTS,
  });
  await assert.rejects(collect(root, report("no/*.info")), { code: "HP-READ-ABSENT" });
  await assert.rejects(collect(root, report("a.info")), { code: "HP-READ-EMPTY" });
  await assert.rejects(collect(root, report("b.info")), { code: "HP-READ-NOT-THE-FORMAT" });
  await assert.rejects(
    collect(root, {
      ...report("b.info"),
      reports: [{ id: "i", format: "istanbul", files: ["b.info"], shard: null, context: null }],
    }),
    { code: /^HP-READ-/ },
  );
});
