import assert from "node:assert/strict";
import { test } from "node:test";
import type { MappedModule } from "@holdpoint/core";
import { NO_CONTEXTS } from "./contexts.ts";
import type { ScannedFile } from "./import-ref.ts";
import { NOTHING_SCANNED } from "./import-ref.ts";
import type { MappingInput } from "./map-modules.ts";
import { mapModules, modulesAndTests } from "./map-modules.ts";

const CODE: ScannedFile = { imports: [], hasCode: true };
const GLOBS = { source: ["src/**"], exclude: ["src/gen/**"], tests: [] };

function input(changes: Partial<MappingInput> = {}): MappingInput {
  return {
    tracked: [
      "src/a.ts",
      "src/a.test.ts",
      "src/b.ts",
      "src/t.ts",
      "src/gen/g.ts",
      "src/c.rb",
      "spec/c_spec.rb",
      "src/x.json",
    ],
    globs: GLOBS,
    scanned: new Map([
      ["src/a.ts", CODE],
      ["src/a.test.ts", CODE],
      ["src/b.ts", CODE],
      ["src/t.ts", NOTHING_SCANNED],
    ]),
    edges: new Map([["src/a.test.ts", [["src/a.ts"]]]]),
    unresolved: [],
    unreadable: new Map(),
    runs: NO_CONTEXTS,
    ...changes,
  };
}

function found(changes: Partial<MappingInput> = {}): Record<string, string> {
  const text = ({ by, distance, tests }: MappedModule): string =>
    [by, distance ?? "", ...tests].join(" ").replace("  ", " ").trim();
  return Object.fromEntries(mapModules(input(changes)).modules.map((module) => [module.path, text(module)]));
}

test("every source file is listed: by import, by name, without code, without a test", () => {
  assert.deepEqual(found(), {
    "src/a.ts": "import 1 src/a.test.ts",
    "src/b.ts": "none",
    "src/c.rb": "name spec/c_spec.rb",
    "src/t.ts": "no-code",
    "src/x.json": "no-code",
  });
});

test("a name alone makes no test where imports are read", () => {
  assert.equal(found({ edges: new Map() })["src/a.ts"], "none");
});

test("contexts stand over imports, and what they measured without a test has none", () => {
  const runs = {
    testsOf: new Map([["src/b.ts", new Set(["src/a.test.ts"])]]),
    partlyRun: new Set(["src/a.ts", "src/b.ts"]),
  };
  const mapped = found({ runs });
  assert.equal(mapped["src/b.ts"], "context src/a.test.ts");
  assert.equal(mapped["src/a.ts"], "none");
  const wholly = found({ runs: { ...runs, partlyRun: new Set() } });
  assert.equal(wholly["src/a.ts"], "import 1 src/a.test.ts");
});

test("a test is loose unless imports, a name or a context lead to a module", () => {
  const tracked = ["src/a.ts", "src/a.test.ts", "src/old.test.ts", "spec/gone_spec.rb", "src/b.test.ts", "help.ts"];
  const edges = new Map([
    ["src/a.test.ts", [["help.ts"]]],
    ["help.ts", [["src/a.ts"]]],
  ]);
  const runs = { testsOf: new Map([["src/a.ts", new Set(["src/b.test.ts"])]]), partlyRun: new Set<string>() };
  assert.deepEqual(mapModules(input({ tracked, edges, runs })).looseTests, ["spec/gone_spec.rb", "src/old.test.ts"]);
});

test("what cannot be read or found is told where it matters, manifests always", () => {
  const unreadable = new Map([
    ["src/b.ts", "a NUL byte"],
    ["vendor/big.js", "too large"],
    ["tsconfig.json", "no JSON"],
    ["go.mod", "not UTF-8"],
  ]);
  const unresolved = [
    { path: "src/b.ts", line: 2, specifier: "./z" },
    { path: "src/b.ts", line: 1, specifier: "./y" },
    { path: "scripts/x.ts", line: 1, specifier: "./w" },
  ];
  const body = mapModules(input({ unreadable, unresolved }));
  assert.deepEqual(
    body.unreadable.map(({ path }) => path),
    ["go.mod", "src/b.ts", "tsconfig.json"],
  );
  assert.deepEqual(
    body.unresolved.map(({ specifier }) => specifier),
    ["./y", "./z"],
  );
});

test("patterns that fit nothing are told, and patterns of tests stand over the usual names", () => {
  const globs = { source: ["src/**", "lib/**"], exclude: ["**/*.snap"], tests: ["spec/**", "e2e/**"] };
  assert.deepEqual(mapModules(input({ globs })).deadGlobs, ["lib/**", "**/*.snap", "e2e/**"]);
  const { modules, tests } = modulesAndTests(input().tracked, globs);
  assert.deepEqual(tests, ["spec/c_spec.rb"]);
  assert.ok(modules.includes("src/a.test.ts"));
  assert.ok(modulesAndTests(input().tracked, GLOBS).tests.includes("src/a.test.ts"));
});
