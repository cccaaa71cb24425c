import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import type { FileFacts } from "./coverage-facts.ts";
import { isPathList, readFileFacts, writeFileFacts } from "./coverage-file-facts.ts";

const FILE: FileFacts = {
  path: "src/a b.ts",
  lines: { covered: 9, total: 10 },
  branches: { covered: 0, total: 0 },
  functions: null,
  statements: null,
  regions: { covered: 1, total: 1 },
  ranges: { covered: "1-6,8-10", uncovered: "7" },
};

test("a file is written short and read back", () => {
  const written = writeFileFacts(FILE);
  assert.deepEqual(written, ["src/a b.ts", "9/10 0/0 - - 1/1", "1-6,8-10", "7"]);
  assert.deepEqual(readFileFacts(written), FILE);
  const loose = { ...FILE, ranges: null };
  assert.deepEqual(readFileFacts(writeFileFacts(loose)), loose);
  const none = { ...FILE, ranges: { covered: "", uncovered: "" } };
  assert.deepEqual(readFileFacts(writeFileFacts(none)), none);
});

test("what was not written so is not read", () => {
  const counts = "9/10 - - - -";
  const wrong: readonly Json[] = [
    null,
    "a.ts",
    ["a.ts"],
    ["a.ts", counts, "1"],
    ["a.ts", counts, "1", "2", "3"],
    ["a.ts", "9/10"],
    ["a.ts", "11/10 - - - -"],
    ["a.ts", "9 - - - -"],
    ["a.ts", "09/10 - - - -"],
    ["a.ts", counts, "1-", ""],
    ["a.ts", counts, "0", ""],
    [1, counts],
  ];
  for (const value of wrong) assert.equal(readFileFacts(value), null, JSON.stringify(value));
});

test("a list of paths is told from a list of files", () => {
  assert.ok(isPathList(["a.ts"]));
  for (const value of [undefined, null, "a", [["a.ts", "9/10"]], [1]]) assert.ok(!isPathList(value));
});
