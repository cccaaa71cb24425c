import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { reportAges } from "./report-ages.ts";

test("ages are told oldest first, and nothing for what is not there", (t) => {
  const root = scratch(t, { "a.xml": "", "b.xml": "" });
  utimesSync(join(root, "a.xml"), 10, 10);
  utimesSync(join(root, "b.xml"), 20, 20);
  assert.deepEqual(reportAges(root, "*.xml", 30_000), [20_000, 10_000]);
  assert.deepEqual(reportAges(root, "none/*.xml", 30_000), []);
});
