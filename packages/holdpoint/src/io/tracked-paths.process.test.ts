import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { git, gitRepository, scratch } from "@holdpoint/testkit";
import { trackedPaths } from "./tracked-paths.ts";

const { signal } = new AbortController();

test("the work tree around a folder, or the one that is named", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "", "b c.ts": "" });
  const found = { root, tracked: ["b c.ts", "src/a.ts"] };
  assert.deepEqual(await trackedPaths(root, undefined, signal), found);
  assert.deepEqual(await trackedPaths(join(root, "src"), undefined, signal), found);
  assert.deepEqual(await trackedPaths(join(root, "src"), "..", signal), found);
  const outside = scratch(context, { "x/y.ts": "" });
  assert.deepEqual(await trackedPaths(outside, root, signal), found);
  assert.deepEqual(await trackedPaths(root, outside, signal), { root: outside, tracked: null });
});

test("outside of a work tree nothing is tracked, and in a fresh one there is nothing yet", async (context) => {
  const folder = scratch(context, { "x/y.ts": "" });
  assert.deepEqual(await trackedPaths(join(folder, "x"), undefined, signal), {
    root: join(folder, "x"),
    tracked: null,
  });
  git(folder, "init", "--quiet");
  assert.deepEqual(await trackedPaths(join(folder, "x"), undefined, signal), { root: folder, tracked: [] });
});

test("what is named must be a folder", async (context) => {
  const folder = scratch(context, { "x/y.ts": "" });
  for (const root of ["nowhere", "x/y.ts"]) {
    await assert.rejects(trackedPaths(folder, root, signal), { code: "HP-USAGE" });
  }
});
