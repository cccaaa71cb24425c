import assert from "node:assert/strict";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { listFiles, makeIgnoredFolder, pointLink, readText, writeWhole } from "./files.ts";

test("a file is written whole, with its folders and no left-overs", (t) => {
  const folder = scratch(t);
  writeWhole(join(folder, "a", "b.txt"), "one");
  writeWhole(join(folder, "a", "b.txt"), "two");
  assert.equal(readText(join(folder, "a", "b.txt")), "two");
  assert.deepEqual(readdirSync(join(folder, "a")), ["b.txt"]);
});

test("what is not there is null or nothing, what cannot be read is an error", (t) => {
  const folder = scratch(t, { "x/y.json": "{}", "x/z.txt": "" });
  assert.equal(readText(join(folder, "none")), null);
  assert.throws(() => readText(folder), { code: "HP-READ-FAILED" });
  assert.deepEqual(listFiles(join(folder, "none"), ".json"), []);
  assert.deepEqual(listFiles(join(folder, "x"), ".json"), ["y.json"]);
  assert.throws(() => listFiles(join(folder, "x", "y.json"), ".json"), { code: "HP-READ-FAILED" });
});

test("a link is replaced in one step", (t) => {
  const folder = scratch(t);
  pointLink(join(folder, "latest"), "1");
  pointLink(join(folder, "latest"), "2");
  assert.equal(readlinkSync(join(folder, "latest")), "2");
  assert.throws(() => pointLink(join(folder, "no", "latest"), "1"), { code: "HP-RUN-DIRECTORY" });
});

test("git leaves an ignored folder out by itself", (t) => {
  const folder = gitRepository(t, { "a.txt": "a" });
  makeIgnoredFolder(join(folder, ".holdpoint"));
  makeIgnoredFolder(join(folder, ".holdpoint"));
  writeFiles(folder, { ".holdpoint/runs/x.json": "{}" });
  assert.equal(git(folder, "status", "--porcelain"), "");
  assert.equal(readFileSync(join(folder, ".holdpoint", ".gitignore"), "utf8"), "*\n");
});
