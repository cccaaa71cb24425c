import assert from "node:assert/strict";
import { test } from "node:test";
import { isInstalledPath, lookupPaths, nameAt, parentOf, pathProblem } from "./package-path.ts";

test("the name is what stands behind the last node_modules", () => {
  assert.equal(nameAt("node_modules/a"), "a");
  assert.equal(nameAt("node_modules/a/node_modules/@s/b"), "@s/b");
  assert.equal(nameAt("packages/own"), "own");
});

test("own and installed packages are told apart by the folder", () => {
  assert.ok(isInstalledPath("node_modules/a") && isInstalledPath("packages/own/node_modules/a"));
  assert.ok(!isInstalledPath("") && !isInstalledPath("packages/own") && !isInstalledPath("my_node_modules/a"));
});

test("the parent is the package in whose folder it lies", () => {
  assert.equal(parentOf("node_modules/a"), null);
  assert.equal(parentOf("node_modules/@s/a/node_modules/b"), "node_modules/@s/a");
  assert.equal(parentOf("packages/own/node_modules/b"), "packages/own");
});

test("Node looks upwards, nearest first", () => {
  assert.deepEqual(lookupPaths("", "x"), ["node_modules/x"]);
  assert.deepEqual(lookupPaths("node_modules/a/node_modules/b", "x"), [
    "node_modules/a/node_modules/b/node_modules/x",
    "node_modules/a/node_modules/x",
    "node_modules/x",
  ]);
  assert.deepEqual(lookupPaths("packages/own", "@s/x"), [
    "packages/own/node_modules/@s/x",
    "packages/node_modules/@s/x",
    "node_modules/@s/x",
  ]);
});

test("only plain relative paths are followed", () => {
  for (const path of ["", "a", "node_modules/@s/a", "packages/ü b"]) assert.equal(pathProblem(path), null, path);
  for (const path of ["..", "a/..", "/a", "a/", "a//b", ".", "./a", "a\\b", "a\0b", "C:/a"])
    assert.notEqual(pathProblem(path), null, path);
});
