import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ROOT } from "../scripts/root.ts";
import { importViolations } from "./rules/imports.ts";
import type { Manifest } from "./rules/manifests.ts";
import { manifestViolations } from "./rules/manifests.ts";
import { MAY_IMPORT } from "./rules/table.ts";
import { assertNone, show } from "./rules/violation.ts";
import { moduleOf, readTree, roomOf } from "./source/tree.ts";

const ROOMS_MIN = 7;
const IMPORTS_MIN = 100;

describe("architecture of this repository", () => {
  test("every import is one that the table allows", () => {
    const modules = readTree(ROOT);
    const rooms = new Set(modules.map((module) => roomOf(module.path)).filter((room) => room !== null));
    assert.ok(rooms.size >= ROOMS_MIN, `saw only the rooms ${[...rooms].join(", ")}`);
    assert.ok(modules.flatMap((module) => module.imports).length >= IMPORTS_MIN);
    assertNone(modules.flatMap(importViolations));
  });

  test("every manifest names only what the table allows", () => {
    const paths = globSync("packages/*/package.json", { cwd: ROOT });
    assert.ok(paths.length >= ROOMS_MIN);
    const manifests = paths.map((path) => ({
      ...(JSON.parse(readFileSync(join(ROOT, path), "utf8")) as Manifest),
      path,
    }));
    assertNone(manifests.flatMap(manifestViolations));
  });

  test("the table has no cycle", () => {
    const reaches = (from: string, to: string): boolean =>
      (MAY_IMPORT[from] ?? []).some((next) => next === to || reaches(next, to));
    assert.deepEqual(
      Object.keys(MAY_IMPORT).filter((room) => reaches(room, room)),
      [],
    );
  });
});

const PLANTS: readonly (readonly [path: string, source: string, expected: RegExp])[] = [
  ["packages/core/src/a.ts", `import { a } from "@holdpoint/ledger";`, /core may import no room, not ledger/],
  ["packages/core/src/a.ts", `import type { A } from "@holdpoint/ledger";`, /not ledger/],
  ["packages/core/src/a.ts", `export * from "@holdpoint/gates";`, /not gates/],
  ["packages/core/src/a.ts", `const a = await import("@holdpoint/gates");`, /not gates/],
  ["packages/core/src/a.ts", `type A = typeof import("@holdpoint/gates");`, /not gates/],
  ["packages/core/src/a.ts", `const a = require("@holdpoint/gates");`, /not gates/],
  ["packages/core/src/a.ts", `import { readFileSync } from "node:fs";`, /core has no I\/O/],
  ["packages/core/src/io/a.ts", `import { readFileSync } from "node:fs";`, /core has no I\/O/],
  ["packages/core/src/a.ts", `import { join } from "node:path";`, /core has no I\/O/],
  ["packages/gates/src/a.ts", `import { a } from "@holdpoint/collectors";`, /gates may import core, not collectors/],
  ["packages/collectors/src/a.ts", `import { a } from "@holdpoint/gates";`, /not gates/],
  ["packages/release/src/a.ts", `import { a } from "@holdpoint/collectors";`, /not collectors/],
  ["packages/release/src/a.ts", `import { a } from "holdpoint";`, /nothing imports holdpoint/],
  ["packages/release/src/a.test.ts", `import { a } from "holdpoint";`, /nothing imports holdpoint/],
  ["packages/ledger/src/a.ts", `import "node:sqlite";`, /node:sqlite does I\/O/],
  ["packages/ledger/src/a.ts", `import process from "node:process";`, /does I\/O/],
  ["packages/ledger/src/a.ts", `import { setTimeout } from "node:timers/promises";`, /does I\/O/],
  ["packages/ledger/src/a.ts", `import { Worker } from "node:worker_threads";`, /does I\/O/],
  ["packages/holdpoint/src/verbs/a.ts", `import { spawn } from "node:child_process";`, /does I\/O/],
  ["packages/ledger/src/io/a.ts", `import fs from "fs";`, /write node:fs/],
  ["packages/gates/src/a.ts", `import { a } from "../../core/src/index.ts";`, /climbs out of its package/],
  ["packages/gates/src/a.ts", `import { a } from "@holdpoint/core/src/index.ts";`, /goes past exports/],
  ["packages/gates/src/a.ts", `import { scratch } from "@holdpoint/testkit";`, /only tests and benches import testkit/],
  ["packages/gates/src/a.ts", `import { testCheck } from "../../testing.ts";`, /climbs out/],
  [
    "packages/gates/src/checks/a.ts",
    `import { testCheck } from "../testing.ts";`,
    /only tests import \.\.\/testing\.ts/,
  ],
  ["packages/ledger/src/a.ts", `import { storeContract } from "./store-contract.ts";`, /only tests import/],
  ["packages/holdpoint/src/a.ts", `import { runs } from "./fixture/runs.ts";`, /only tests import/],
  ["scripts/a.ts", `import { scratch } from "@holdpoint/testkit";`, /only tests and benches import testkit/],
  ["scripts/a.ts", `import { a } from "../packages/core/src/index.ts";`, /reaches into a package/],
  ["packages/attic/src/a.ts", `import { a } from "@holdpoint/core";`, /not in the import table/],
];

describe("planted imports", () => {
  for (const [path, source, expected] of PLANTS) {
    test(`${path}: ${source}`, () => {
      const found = importViolations(moduleOf(path, source));
      assert.equal(found.length, 1);
      assert.match(found.map(show).join(), expected);
    });
  }

  test("what the table allows stays free", () => {
    const allowed: readonly (readonly [string, string])[] = [
      ["packages/core/src/a.ts", `import { createHash } from "node:crypto"; import { b } from "./b.ts";`],
      ["packages/ledger/src/io/a.ts", `import "node:sqlite"; import "@holdpoint/core";`],
      ["packages/collectors/src/xml/io/a.ts", `import "node:fs";`],
      ["packages/holdpoint/bin/holdpoint.js", `import "node:child_process";`],
      ["packages/gates/src/a.test.ts", `import "node:fs"; import "@holdpoint/testkit"; import "fast-check";`],
      ["packages/gates/src/a.ts", `// import "node:fs";\nconst a = 'import "node:fs"'; const b = \`from "node:fs"\`;`],
      ["bench/core/a.ts", `import "node:fs"; import "@holdpoint/ledger"; import "@holdpoint/testkit";`],
    ];
    assertNone(allowed.flatMap(([path, source]) => importViolations(moduleOf(path, source))));
  });

  test("a tree without modules is refused, not praised", () => {
    assert.throws(() => readTree(join(ROOT, "docs")), /there is no module/);
  });
});

describe("planted manifests", () => {
  const at = { path: "packages/x/package.json", version: "0.1.0" };
  const plants: readonly (readonly [Manifest, RegExp])[] = [
    [{ ...at, name: "@holdpoint/core", dependencies: { ajv: "8.20.0" } }, /core has no dependencies/],
    [{ ...at, name: "@holdpoint/gates", dependencies: { "@holdpoint/ledger": "0.1.0" } }, /may not depend on ledger/],
    [{ ...at, name: "@holdpoint/gates", dependencies: { "@holdpoint/testkit": "0.1.0" } }, /only tests/],
    [{ ...at, name: "@holdpoint/release", dependencies: { holdpoint: "0.1.0" } }, /may not depend on holdpoint/],
    [{ ...at, name: "@holdpoint/attic" }, /not in the import table/],
  ];
  for (const [manifest, expected] of plants) {
    test(String(expected), () => assert.match(manifestViolations(manifest).map(show).join(), expected));
  }
});
