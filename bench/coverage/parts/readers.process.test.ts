import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { generateLcov } from "../generate-lcov.ts";
import { bundleOurs } from "./bundle-ours.ts";
import { readerRow } from "./reader-row.ts";

test("a row is measured where totals agree, and refused where one line differs", async (context) => {
  const folder = scratch(context, {});
  const report = join(folder, "a.info");
  const written = await generateLcov(report, 1);
  const first = readFileSync(report);
  await generateLcov(report, 1);
  assert.ok(first.equals(readFileSync(report)), "the same size is the same report");
  const terms = {
    name: "lcov",
    report,
    written,
    ours: await bundleOurs(join(folder, "program")),
    packages: [],
    program: { name: "true", args: [], lines: null },
    targets: [{ what: "MB/s", asked: 1, goal: 2 }],
  };
  const { row } = await readerRow(terms);
  assert.ok((row.value ?? 0) > 0 && (row.ratios["true"] ?? 0) > 0);
  writeFileSync(report, first.toString("latin1").replace(/^DA:(\d+),0$/m, "DA:$1,7"));
  const harmed = await readerRow(terms);
  assert.equal(harmed.row.value, null);
  assert.match(JSON.stringify(harmed.row.info), /lines \d+\/\d+, written/);
});
