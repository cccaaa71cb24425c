import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";
import { refuseExisting, writeCiFiles } from "./ci-files.ts";

const CONFIG = "version: 1\nservice: trial\nprofiles: { release: { gates: { tests: {} } } }\n";

test("one that is there stops all of them, unless forced", (t) => {
  const root = scratch(t, { "b/two.yml": "mine" });
  const files = [["a/one.yml", "1"] as const, ["b/two.yml", "2"] as const];
  assert.throws(() => refuseExisting(root, files, false), { code: "HP-USAGE", place: { file: "b/two.yml" } });
  assert.ok(!existsSync(join(root, "a")));
  refuseExisting(root, files, true);
  assert.throws(() => writeCiFiles(root, files, false), { code: "HP-USAGE", place: { file: "b/two.yml" } });
  assert.deepEqual(writeCiFiles(root, files, true), ["a/one.yml", "b/two.yml"]);
  assert.equal(readFileSync(join(root, "b", "two.yml"), "utf8"), "2");
});

test("init --ci leaves a configuration that is there as it is, also when forced, and prints in a dry run", async (t) => {
  const root = gitRepository(t, { "holdpoint.yaml": CONFIG });
  const init = (...args: string[]) => ran(fakeHost(root), "init", "--ci", "github", ...args);
  const dry = await init("--dry-run");
  assert.match(dry.stdout, /^# \.github\/workflows\/holdpoint\.yml\n/);
  assert.ok(!existsSync(join(root, ".github")));
  assert.match((await init()).stdout, /^Written: \.github\/workflows\/holdpoint\.yml, .*holdpoint-digest\.yml\n$/);
  const again = await init();
  assert.equal(again.exit, 2);
  assert.match(again.stderr, /holdpoint\.yml: the file is there already; --force writes over it \[HP-USAGE\]/);
  assert.equal((await init("--force")).exit, 0);
  assert.equal(readFileSync(join(root, "holdpoint.yaml"), "utf8"), CONFIG);
});

test("without a configuration init --ci writes it too", async (t) => {
  const root = gitRepository(t, { "go.mod": "module a.b/tool\n" });
  const { exit, stdout } = await ran(fakeHost(root), "init", "--ci", "gitlab", "--json");
  assert.equal(exit, 0);
  const { written } = JSON.parse(stdout) as { written: readonly string[] };
  assert.deepEqual(written, ["holdpoint.yaml", ".gitignore", ".gitlab-ci.holdpoint.yml"]);
});
