import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { writeConfig } from "./init-files.ts";

const FILES = { config: undefined, force: false, yaml: "version: 1\n", ignores: ["reports/"] } as const;
const text = (...path: string[]): string => readFileSync(join(...path), "utf8");

test("the configuration, and a .gitignore where there was none", (t) => {
  const root = scratch(t);
  assert.deepEqual(writeConfig(root, { ...FILES, cwd: root }), ["holdpoint.yaml", ".gitignore"]);
  assert.deepEqual([text(root, "holdpoint.yaml"), text(root, ".gitignore")], ["version: 1\n", "reports/\n"]);
});

test("lines are added after the last one, whether it was ended or not", (t) => {
  for (const [before, after] of [
    ["a\n", "a\nreports/\n"],
    ["a", "a\nreports/\n"],
    ["", "reports/\n"],
  ] as const) {
    const root = scratch(t, { ".gitignore": before });
    writeConfig(root, { ...FILES, cwd: root });
    assert.equal(text(root, ".gitignore"), after);
  }
});

test("nothing to ignore, nothing touched", (t) => {
  const root = scratch(t);
  assert.deepEqual(writeConfig(root, { ...FILES, ignores: [], cwd: root }), ["holdpoint.yaml"]);
  assert.ok(!existsSync(join(root, ".gitignore")));
});

test("a file that is there stays, unless forced", (t) => {
  const root = scratch(t, { "holdpoint.yaml": "mine" });
  assert.throws(() => writeConfig(root, { ...FILES, cwd: root }), {
    code: "HP-CONFIG-EXISTS",
    place: { file: "holdpoint.yaml" },
  });
  assert.equal(text(root, "holdpoint.yaml"), "mine");
  assert.ok(!existsSync(join(root, ".gitignore")), "and nothing else was written");
  writeConfig(root, { ...FILES, force: true, cwd: root });
  assert.equal(text(root, "holdpoint.yaml"), "version: 1\n");
});

test("somewhere else, and where it cannot be", (t) => {
  const root = scratch(t, { "a/x": "" });
  assert.deepEqual(writeConfig(root, { ...FILES, config: "other.yaml", ignores: [], cwd: join(root, "a") }), [
    "a/other.yaml",
  ]);
  assert.throws(() => writeConfig(root, { ...FILES, config: "a/x/y.yaml", cwd: root }), { code: "HP-USAGE" });
});
