import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { displayWidth } from "../text/width.ts";
import { readScreen } from "./screen.ts";

function texts(ansi: string): string[] {
  return readScreen(ansi, displayWidth).map((runs) => runs.map(({ text }) => text).join(""));
}

test("lines are split into runs of one look at their columns", () => {
  const [line] = readScreen("a\u001b[31m漢字\u001b[39mb", displayWidth);
  assert.deepEqual(
    line?.map(({ column, columns, text, pen }) => [column, columns, text, pen.color]),
    [
      [0, 1, "a", null],
      [1, 4, "漢字", 1],
      [5, 1, "b", null],
    ],
  );
});

test("a look goes on over the end of a line", () => {
  const lines = readScreen("\u001b[1mone\ntwo\u001b[0m", displayWidth);
  assert.deepEqual(
    lines.map((runs) => runs[0]?.pen.bold),
    [true, true],
  );
});

test("cursors, titles, links and control characters are dropped", () => {
  assert.deepEqual(texts("a\u001b[2Kb\u001b]0;title\u0007c\u001b]8;;x\u001b\\d\u001b7e\u0007f\rg\r\n"), ["abcdefg"]);
  assert.deepEqual(texts("one\n\ntwo\n"), ["one", "", "two"]);
});

test("no output has a control character left", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("\u001b", "[", "]", "m", "1", ";", "a", "\n", "\u0007", "\ud800") }),
      (ansi) => {
        for (const text of texts(ansi)) assert.doesNotMatch(text, /[\p{Cc}\p{Cs}]/u);
      },
    ),
  );
});
