import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { symlinkSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { folderOf } from "../../resolver.ts";
import { ScriptResolver } from "./script-resolver.ts";

const PACKAGE = JSON.stringify({
  name: "lib",
  exports: {
    ".": { node: { require: "./main.cjs" }, default: "./main.js" },
    "./one": "./parts/one.js",
    "./parts/*": "./parts/*.js",
    "./parts/inner/*": { require: "./inner/*.cjs" },
    "./closed/*": null,
  },
});

const FILES = {
  "package.json": '{"name":"root","imports":{"#own":"./own.js","#parts/*":"./packages/lib/parts/*.js","#lib":"lib"}}',
  "own.js": "",
  "deep/er/from.js": "",
  "deep/index.js": "",
  "data.json": "{}",
  "packages/lib/package.json": PACKAGE,
  "packages/lib/main.js": "",
  "packages/lib/main.cjs": "",
  "packages/lib/parts/one.js": "",
  "packages/lib/parts/two.js": "",
  "packages/lib/inner/three.cjs": "",
  "packages/old/package.json": '{"name":"old","main":"./lib/entry"}',
  "packages/old/lib/entry.js": "",
  "packages/old/other.js": "",
};

const NAMES = [
  "./from.js",
  "./from",
  "..",
  "../",
  "../index.js",
  "../../own",
  "../../data.json",
  "../../data",
  "../../packages/old",
  "../../none",
  "lib",
  "lib/one",
  "lib/parts/two",
  "lib/parts/none",
  "lib/parts/inner/three",
  "lib/closed/x",
  "lib/package.json",
  "old",
  "old/other",
  "old/none",
  "#own",
  "#parts/one",
  "#parts/none",
  "#lib",
  "#none",
];

test("names lead where Node itself goes, or nowhere where it finds nothing", (context) => {
  const root = scratch(context);
  writeFiles(root, FILES);
  mkdirSync(join(root, "node_modules"));
  for (const name of ["lib", "old"]) symlinkSync(join(root, "packages", name), join(root, "node_modules", name));
  const packages = new Map<string, Json>(
    Object.entries(FILES).flatMap(([path, text]) =>
      path.endsWith("package.json") ? [[folderOf(path), JSON.parse(text) as Json] as const] : [],
    ),
  );
  const resolver = new ScriptResolver(new Set(Object.keys(FILES)), { packages, configs: new Map() });
  const require = createRequire(join(root, "deep/er/from.js"));
  let found = 0;
  for (const specifier of NAMES) {
    const ours = resolver.resolve({ specifier, line: 1, isTypeOnly: false }, "deep/er/from.js")?.[0] ?? null;
    const theirs = nodeFinds(require, specifier, root);
    assert.equal(ours, theirs, specifier);
    found += theirs === null ? 0 : 1;
  }
  assert.ok(found >= 14, `Node found ${found}`);
});

/** Path below the root that Node resolves a name to; null when it throws. */
function nodeFinds(require: NodeJS.Require, specifier: string, root: string): string | null {
  try {
    return require.resolve(specifier).slice(root.length + 1);
  } catch {
    return null;
  }
}
