import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { ROOT } from "../scripts/root.ts";

const FOLDER = "packages/gates/src/checks/tests/none-planted";

function run(folder: string, ...args: string[]): { readonly code: number | null; readonly said: string } {
  const end = spawnSync(process.execPath, ["--conditions=holdpoint-source", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: end.status, said: end.stdout + end.stderr };
}

test("npm run new check writes a check that is registered, and whose test still fails", (t) => {
  const folder = scratch(t);
  for (const path of [
    "packages/gates",
    "packages/core",
    "scripts",
    "package.json",
    "tsconfig.base.json",
    ".oxfmtrc.json",
  ]) {
    const filter = (from: string): boolean => !/[/\\](?:dist|node_modules)$/.test(from);
    cpSync(join(ROOT, path), join(folder, path), { recursive: true, filter });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));

  const first = run(folder, "scripts/new.ts", "check", "tests", "none-planted", "No test is planted");
  assert.equal(first.code, 0, first.said);
  for (const file of ["definition.ts", "check.ts", "plants.ts", "check.test.ts"]) {
    assert.ok(existsSync(join(folder, FOLDER, file)), file);
  }
  assert.match(readFileSync(join(folder, "packages/gates/src/gates/tests.ts"), "utf8"), / {4}nonePlanted,\n/);
  assert.equal(run(folder, "packages/gates/src/gates/tests.ts").code, 0, "the gate still loads");

  const again = run(folder, "scripts/new.ts", "check", "tests", "none-planted", "No test is planted");
  assert.equal(again.code, 2, again.said);
});

test("usage errors end with 2 and write nothing", () => {
  for (const args of [
    [],
    ["check"],
    ["gate", "a", "b", "c"],
    ["check", "no-such-gate", "a", "A"],
    ["check", "tests", "A", "A"],
  ]) {
    const end = run(ROOT, "scripts/new.ts", ...args);
    assert.equal(end.code, 2, args.join(" "));
    assert.match(end.said, /^new: /);
  }
});
