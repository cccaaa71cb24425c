import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { makeReportFolders } from "./report-folders.ts";

test("folders are made up to the first part that is a pattern", (t) => {
  const root = scratch(t);
  makeReportFolders(root, [
    "reports/junit/*.xml",
    "reports/coverage/lcov.info",
    "**/target/*.xml",
    "a/{b,c}/d.xml",
    "top.xml",
  ]);
  assert.ok(existsSync(join(root, "reports/junit")));
  assert.ok(existsSync(join(root, "reports/coverage")));
  assert.deepEqual(readdirSync(root).sort(), ["a", "reports"]);
  assert.deepEqual(readdirSync(join(root, "a")), []);
});

test("a folder that is there stays", (t) => {
  const root = scratch(t, { "reports/old.xml": "old" });
  makeReportFolders(root, ["reports/*.xml"]);
  assert.deepEqual(readdirSync(join(root, "reports")), ["old.xml"]);
});
