import assert from "node:assert/strict";
import { test } from "node:test";
import { workspaceFolders } from "./workspaces.ts";

const FOLDERS = ["packages/a", "packages/b", "packages/b/deep", "apps/web", "tools"];
const of = (...patterns: string[]): string[] => workspaceFolders(patterns, FOLDERS, "package.json");

test("patterns in all the forms that npm takes", () => {
  assert.deepEqual(of("packages/*"), ["packages/a", "packages/b"]);
  assert.deepEqual(of("./packages/a", "apps/web/"), ["packages/a", "apps/web"]);
  assert.deepEqual(of("packages/**"), ["packages/a", "packages/b", "packages/b/deep"]);
  assert.deepEqual(of("{packages,apps}/*", "packages/a"), ["packages/a", "packages/b", "apps/web"]);
  assert.deepEqual(of(), []);
});

test("a later pattern behind ! takes away, a later one without puts back", () => {
  assert.deepEqual(of("packages/*", "!packages/b"), ["packages/a"]);
  assert.deepEqual(of("packages/*", "!packages/*", "packages/b"), ["packages/b"]);
});

test("a pattern that is not understood names the manifest", () => {
  assert.throws(() => of("packages/["), { code: "HP-CONFIG-VALUE", place: { file: "package.json" } });
  assert.throws(() => of("../other"), { code: "HP-CONFIG-VALUE" });
});
