import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { prepareReport, writeReport, writeWhole } from "./report-file.ts";

test("folders are made, and what was there is written over", (t) => {
  const path = join(scratch(t), "a", "b", "report.md");
  writeReport(path, "first");
  writeReport(path, "second");
  assert.equal(readFileSync(path, "utf8"), "second");
});

test("preparing writes nothing", (t) => {
  const path = join(scratch(t), "a", "report.md");
  prepareReport(path);
  assert.ok(!existsSync(path));
});

test("a folder, and a path through a file, are refused with the path", (t) => {
  const folder = scratch(t, { "file.txt": "" });
  for (const path of [folder, join(folder, "file.txt", "x")]) {
    assert.throws(() => prepareReport(path), { code: "HP-USAGE", place: { file: path } });
    assert.throws(() => writeReport(path, "x"), { code: "HP-USAGE", message: /^the report cannot be written: / });
  }
});

test("writing whole leaves the new file and nothing beside it", (t) => {
  const folder = join(scratch(t), "a");
  writeWhole(join(folder, "report.md"), "first");
  writeWhole(join(folder, "report.md"), "second");
  assert.deepEqual(readdirSync(folder), ["report.md"]);
  assert.equal(readFileSync(join(folder, "report.md"), "utf8"), "second");
  assert.throws(() => writeWhole(folder, "x"), { code: "HP-USAGE", place: { file: folder } });
});
