import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { painter } from "./paint.ts";
import { table } from "./table.ts";
import { displayWidth } from "./width.ts";

const plain = painter(false);

test("columns are as wide as their widest cell, and lines have no trailing spaces", () => {
  assert.deepEqual(
    table(
      ["A", "Second"],
      [
        [{ text: "漢字" }, { text: "x" }],
        [{ text: "b" }, { text: "" }],
      ],
      40,
      plain,
    ),
    ["A     Second", "漢字  x", "b"],
  );
});

test("too wide a table loses from its widest column first", () => {
  const lines = table(["Name", "Sections"], [[{ text: "a".repeat(60) }, { text: "D L P R" }]], 30, plain);
  assert.deepEqual(lines, [`Name${" ".repeat(18)}Sections`, `${"a".repeat(19)}…  D L P R`]);
});

test("a table of nothing is its header", () => {
  assert.deepEqual(table(["Gate"], [], 40, plain), ["Gate"]);
});

test("colour changes no column", () => {
  const rows = [
    [
      { text: "tests", meaning: "good" },
      { text: "PASS", meaning: "bad" },
    ],
  ] as const;
  const painted = table(["Gate", "Verdict"], rows, 40, painter(true));
  assert.match(painted.join("\n"), /\u001b\[32mtests\u001b\[39m/);
  assert.deepEqual(painted.map(stripVTControlCharacters), table(["Gate", "Verdict"], rows, 40, plain));
});

test("hopelessly narrow terminals keep eight columns each", () => {
  const [line = ""] = table(["x".repeat(50), "y".repeat(50)], [], 4, plain);
  assert.equal(displayWidth(line), 18);
});
