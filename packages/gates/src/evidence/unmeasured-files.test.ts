import assert from "node:assert/strict";
import { test } from "node:test";
import { coverage, coveredFile } from "../scenes/coverage.ts";
import { unmeasuredFiles } from "./unmeasured-files.ts";

test("a file that any report measures is measured", () => {
  const unit = coverage({ files: [coveredFile("a.ts")], unmeasured: ["c.ts", "b.ts"] });
  const process = coverage({ report: "process", files: [coveredFile("b.ts")], unmeasured: ["a.ts", "c.ts"] });
  assert.deepEqual(unmeasuredFiles([unit, process]), ["c.ts"]);
  assert.deepEqual(unmeasuredFiles([unit]), ["b.ts", "c.ts"]);
  assert.deepEqual(unmeasuredFiles([]), []);
});

test("a path that did not resolve measures no file", () => {
  const unit = coverage({ files: [coveredFile("a.ts", { resolved: false })], unmeasured: ["a.ts"] });
  assert.deepEqual(unmeasuredFiles([unit]), ["a.ts"]);
});
