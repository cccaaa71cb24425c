import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { findAll } from "./find-all.ts";

test("files of all globs stand once, sorted", async (context) => {
  const root = scratch(context, { "b.info": "", "a.info": "", "x/c.info": "" });
  assert.deepEqual(await findAll(root, ["x/*.info", "*.info", "**/a.info"]), ["a.info", "b.info", "x/c.info"]);
  assert.deepEqual(await findAll(root, []), []);
});

test("a glob that fits nothing is an error although others fit", async (context) => {
  const root = scratch(context, { "a.info": "" });
  await assert.rejects(findAll(root, ["a.info", "b/*.info"]), { code: "HP-READ-ABSENT", place: { file: "b/*.info" } });
});
