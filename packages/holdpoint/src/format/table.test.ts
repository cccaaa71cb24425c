import assert from "node:assert/strict";
import { test } from "node:test";
import { indented, table } from "./table.ts";

test("columns are aligned, the last one is free", () => {
  assert.deepEqual(
    table([
      ["gate", "checks"],
      ["tests", "12"],
      ["a", ""],
    ]),
    ["gate   checks", "tests  12", "a"],
  );
  assert.deepEqual(table([]), []);
  assert.deepEqual(table([["only a line"]]), ["only a line"]);
});

test("rows of different lengths", () => {
  assert.deepEqual(table([["a"], ["bb", "c"]]), ["a", "bb  c"]);
});

test("indented, but never an empty line", () => {
  assert.deepEqual(indented(["a", "", "b"]), ["  a", "", "  b"]);
  assert.deepEqual(indented(["a"], 4), ["    a"]);
});
