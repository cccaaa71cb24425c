import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { ROOT } from "../../scripts/root.ts";

const CONFIGS: readonly string[] = [
  ".oxlintrc.json",
  ".oxfmtrc.json",
  "knip.json",
  "tsconfig.base.json",
  "tsconfig.json",
  "tsconfig.javascript.json",
];

const SOUND: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\n",
  "package.json": `{ "name": "planted", "private": true, "type": "module", "workspaces": ["packages/*"] }\n`,
  "packages/core/package.json": `{
  "name": "@holdpoint/core",
  "version": "0.1.0",
  "type": "module",
  "exports": { ".": { "holdpoint-source": "./src/index.ts" } }
}
`,
  "packages/core/src/index.ts": `export { one } from "./one.ts";\n`,
  "packages/core/src/one.ts": `export function one(): number {\n  return 1;\n}\n`,
  "packages/core/src/one.test.ts": `import assert from "node:assert/strict";
import { test } from "node:test";
import { one } from "./one.ts";

test("one", () => assert.equal(one(), 1));
`,
  "packages/holdpoint/package.json": `{
  "name": "holdpoint",
  "version": "0.1.0",
  "type": "module",
  "dependencies": { "@holdpoint/core": "0.1.0" }
}
`,
  "packages/holdpoint/bin/holdpoint.js": `import "../src/main.ts";\n`,
  "packages/holdpoint/src/main.ts": `import "@holdpoint/core";\n`,
  "scripts/root.ts": `import "node:fs";\n`,
  "scripts/start.js": `import "./root.ts";\n`,
  "house/a.test.ts": `import "../scripts/root.ts";\n`,
};

/** A small sound workspace under our own configuration of every tool, with planted files. */
export function workspaceCopy(test: Ending, planted: Readonly<Record<string, string>> = {}): string {
  const folder = scratch(test, { ...SOUND, ...planted });
  for (const file of CONFIGS) cpSync(join(ROOT, file), join(folder, file));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}
