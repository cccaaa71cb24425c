import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readTestFile } from "./read-test-file.ts";

const TAP = "1..1\nok 1 - a\n";

test("a file is read wherever it lies, under the name that is to be shown", async (t) => {
  const folder = scratch(t, { "out/a.tap": TAP, "in/x": "" });
  const path = join(folder, "out/a.tap");
  const link = join(folder, "in/link.tap");
  symlinkSync(path, link);
  for (const asked of [path, link]) {
    const { report, cases } = await readTestFile({ path: asked, shown: "shown.tap", root: folder, format: null });
    assert.deepEqual([report.file, report.format, cases[0]?.report], ["shown.tap", "tap", "shown.tap"]);
  }
});

test("whatever is wrong is told under the shown name", async (t) => {
  const folder = scratch(t, { "cut.tap": "TAP version 14\nok 1 - a\n", empty: "", "page.html": "<html/>" });
  const refused = (name: string, code: string, place: object): Promise<void> =>
    assert.rejects(readTestFile({ path: join(folder, name), shown: "it", root: folder, format: null }), {
      code,
      place: { ...place, file: "it" },
    });
  await refused("cut.tap", "HP-READ-TRUNCATED", { line: 2, column: 1 });
  await refused("empty", "HP-READ-EMPTY", {});
  await refused("page.html", "HP-READ-NOT-THE-FORMAT", { line: 1, column: 1 });
  await refused("absent", "HP-READ-ABSENT", {});
  await refused("absent/absent", "HP-READ-ABSENT", {});
  await refused(".", "HP-READ-FAILED", {});
});
