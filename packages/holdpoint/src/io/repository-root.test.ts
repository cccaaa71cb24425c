import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { repositoryRoot } from "./repository-root.ts";

test("the nearest repository upwards", (t) => {
  const root = gitRepository(t, { "a/b/c.txt": "", "inner/x": "" });
  assert.equal(repositoryRoot(root), root);
  assert.equal(repositoryRoot(join(root, "a", "b")), root);
  mkdirSync(join(root, "inner", ".git"));
  assert.equal(repositoryRoot(join(root, "inner")), join(root, "inner"));
});

test("a work tree's .git is a file, and counts as well", (t) => {
  const root = scratch(t, { ".git": "gitdir: elsewhere\n", "a/b.txt": "" });
  assert.equal(repositoryRoot(join(root, "a")), root);
});

test("without any, the folder itself", (t) => {
  const folder = scratch(t, { "a/b.txt": "" });
  assert.equal(repositoryRoot(join(folder, "a")), join(folder, "a"));
});
