import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readReport } from "./read-report.ts";

test("a pipe that nobody writes to is refused at once", async (context) => {
  const root = scratch(context);
  execFileSync("mkfifo", [join(root, "pipe.xml")]);
  await assert.rejects(readReport(root, "pipe.xml"), { code: "HP-READ-FAILED" });
});
