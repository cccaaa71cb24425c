import assert from "node:assert/strict";
import { test } from "node:test";
import { below, folderOf, foldersAround } from "./resolver.ts";

test("paths are joined below a folder, and never above the root", () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ["", "a", "a"],
    ["a/b", "./c", "a/b/c"],
    ["a/b", "../c/./d", "a/c/d"],
    ["a/b", "../..", ""],
    ["a", "../../b", null],
    ["", "..", null],
    ["a", "", "a"],
    ["a", "b//c/", "a/b/c"],
  ];
  for (const [folder, path, expected] of cases) assert.equal(below(folder, path), expected, `${folder} + ${path}`);
});

test("the folders around a file end with the root", () => {
  assert.deepEqual(foldersAround("a/b/c.ts"), ["a/b", "a", ""]);
  assert.deepEqual(foldersAround("c.ts"), [""]);
  assert.equal(folderOf("a/b"), "a");
  assert.equal(folderOf("a"), "");
});
