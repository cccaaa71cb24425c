import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { CoverageConfig, TestMappingBody } from "@holdpoint/core";
import { gitRepository } from "@holdpoint/testkit";
import { collectContext } from "../../testing.ts";
import { testMappingCollector } from "./collector.ts";

const CONFIG: CoverageConfig = {
  reports: [],
  source: ["src/**"],
  exclude: [],
  components: [],
  contexts: [],
  tests: [],
  register: null,
};

const FILES = {
  "package.json": '{"name":"shop","imports":{"#*":"./src/*.ts"}}',
  "src/tax.ts": "export const tax = 1;\n",
  "src/cart.ts": 'import { tax } from "#tax";\nexport const cart = tax;\n',
  "src/cart.test.ts": 'import { cart } from "./cart.ts";\n',
  "src/lonely.ts": "export const lonely = 1;\n",
  "src/types.ts": "export interface A {}\n",
};

async function collect(
  root: string,
  changes: Partial<CoverageConfig> = {},
): Promise<{ body: TestMappingBody; sha256: string; samples: number }> {
  const [collected, ...others] = await testMappingCollector.collect(collectContext(root, { ...CONFIG, ...changes }));
  assert.equal(others.length, 0);
  assert.ok(collected !== undefined);
  assert.equal(collected.provenance, "measured");
  return {
    body: collected.body as TestMappingBody,
    sha256: collected.inputs[0]?.sha256 ?? "",
    samples: collected.samples,
  };
}

test("modules of a real repository are mapped, and the digest is of what was read", async (context) => {
  const root = gitRepository(context, FILES);
  const first = await collect(root);
  assert.deepEqual(
    first.body.modules.map(({ path, by, distance }) => `${path} ${by} ${distance}`),
    ["src/cart.ts import 1", "src/lonely.ts none null", "src/tax.ts import 2", "src/types.ts no-code null"],
  );
  assert.equal(first.samples, 4);
  assert.deepEqual(first.body.tests, ["src/cart.test.ts"]);
  assert.deepEqual(first.body.unreadable, []);
  assert.equal((await collect(root)).sha256, first.sha256);
  writeFileSync(join(root, "src/cart.ts"), "export const cart = 1;\n");
  const second = await collect(root);
  assert.notEqual(second.sha256, first.sha256);
  assert.equal(second.body.modules.find(({ path }) => path === "src/tax.ts")?.by, "none");
});

test("files that cannot be read are told and stop nothing", async (context) => {
  const root = gitRepository(context, FILES);
  writeFileSync(join(root, "src/cart.test.ts"), Buffer.from([0xff, 0xfe, 0x00]));
  writeFileSync(join(root, "package.json"), "{");
  writeFileSync(join(root, "src/tax.ts"), Buffer.alloc(5 * 1024 * 1024, 0x20));
  rmSync(join(root, "src/lonely.ts"));
  const { body } = await collect(root);
  assert.deepEqual(
    body.unreadable.map(({ path }) => path),
    ["package.json", "src/cart.test.ts", "src/lonely.ts", "src/tax.ts"],
  );
  assert.equal(body.modules.length, 4);
  assert.deepEqual(body.looseTests, ["src/cart.test.ts"]);
});

test("an empty file holds no code, and nothing found has no samples", async (context) => {
  const root = gitRepository(context, { "src/empty.py": "", "README.md": "a\n" });
  assert.deepEqual((await collect(root)).body.modules, [
    { path: "src/empty.py", tests: [], by: "no-code", distance: null },
  ]);
  assert.equal((await collect(root, { source: ["lib/**"] })).samples, 0);
});

test("absent reports and those of other formats are left to the gate about coverage", async (context) => {
  const root = gitRepository(context, FILES);
  writeFileSync(join(root, "lcov.info"), "SF:src/tax.ts\nDA:1,1\nend_of_record\n");
  const report = (id: string, format: "auto" | "lcov", file: string): CoverageConfig["reports"][number] => ({
    id,
    format,
    files: [file],
    shard: null,
    context: null,
  });
  const reports = [
    report("a", "auto", "absent.json"),
    report("b", "auto", "lcov.info"),
    report("c", "lcov", "absent.info"),
  ];
  assert.deepEqual((await collect(root, { reports })).body, (await collect(root)).body);
});

test("contexts of a report say who ran what, also where no import leads", async (context) => {
  const root = gitRepository(context, {
    "src/cart.py": "total = 1\nother = 2\n",
    "src/tax.py": "rate = 1\n",
    "tests/test_cart.py": "def test_a():\n    pass\n",
  });
  const file = (contexts: object, missing: readonly number[]): object => ({
    executed_lines: [1],
    missing_lines: missing,
    excluded_lines: [],
    summary: {},
    contexts,
  });
  const json = JSON.stringify({
    meta: { format: 3, version: "7.0", branch_coverage: false, show_contexts: true },
    files: {
      "src/cart.py": file({ "1": ["tests/test_cart.py::test_a|run"] }, [2]),
      "src/tax.py": file({ "1": [""] }, []),
    },
    totals: {},
  });
  writeFileSync(join(root, "coverage.json"), json);
  const report = { id: "py", files: ["coverage.json"], shard: null, context: null };
  const mapped = async (format: "auto" | "coverage-py" | "lcov"): Promise<readonly string[]> => {
    const { body } = await collect(root, { reports: [{ ...report, format }] });
    return body.modules.map(({ path, by, tests }) => `${path} ${by} ${tests.join(" ")}`.trim());
  };
  const found = ["src/cart.py context tests/test_cart.py", "src/tax.py none"];
  assert.deepEqual(await mapped("auto"), found);
  assert.deepEqual(await mapped("coverage-py"), found);
  assert.deepEqual(await mapped("lcov"), ["src/cart.py none", "src/tax.py none"]);
  writeFileSync(join(root, "coverage.json"), json.slice(0, -9));
  await assert.rejects(mapped("auto"), { code: "HP-READ-TRUNCATED" });
});

test("gathering stops when it is told to", async (context) => {
  const root = gitRepository(context, FILES);
  const stopped = { ...collectContext(root, CONFIG), signal: AbortSignal.abort(new Error("enough")) };
  await assert.rejects(async () => testMappingCollector.collect(stopped));
});
