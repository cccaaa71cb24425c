import assert from "node:assert/strict";
import { test } from "node:test";
import { filePage, folderOf, folderPage } from "./names.ts";

test("pages are called so that every file system and every address can hold them", () => {
  const paths = ["a", "A", "a.html", "a/b", "x".repeat(4_000), `<"'>`, "..", "con", ""];
  for (const path of paths) {
    assert.match(filePage(path), /^f\/[0-9a-f]{16}\.html$/);
    assert.match(folderPage(path), /^d\/[0-9a-f]{16}\.html$/);
  }
  assert.equal(new Set(paths.map(filePage)).size, paths.length);
});

test("a file lies in its folder", () => {
  assert.deepEqual(["a", "a/b", "a/b/c"].map(folderOf), ["", "a", "a/b"]);
});
