import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { runFiles } from "./run-files.ts";

test("files of the run and of its subfolders are read, by their names with a slash", (context) => {
  const files = runFiles(scratch(context, { "plan.json": "plan", "evidence/b.json": "b", "evidence/a": "a" }));
  assert.equal(Buffer.from(files.read("plan.json") ?? []).toString(), "plan");
  assert.equal(Buffer.from(files.read("evidence/b.json") ?? []).toString(), "b");
  assert.equal(files.read("gates/none.json"), null);
  assert.deepEqual(files.list("evidence"), ["evidence/a", "evidence/b.json"]);
  assert.deepEqual(files.list("gates"), []);
});

test("no name leads out of the run's folder", (context) => {
  const folder = scratch(context, { secret: "s", "run/plan.json": "p" });
  const files = runFiles(join(folder, "run"));
  for (const name of [
    "../secret",
    join(folder, "secret"),
    "a/../../secret",
    "./plan.json",
    "..",
    "",
    "a/b/c",
    ".hidden",
  ]) {
    assert.equal(files.read(name), null, name);
  }
});
