import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { displayWidth } from "./width.ts";
import { labelled, wrap } from "./wrap.ts";

test("lines break at spaces, long words where they must", () => {
  assert.deepEqual(wrap("", 10), [""]);
  assert.deepEqual(wrap("one two three", 8), ["one two", "three"]);
  assert.deepEqual(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
  assert.deepEqual(wrap("漢字漢字", 4), ["漢字", "漢字"]);
});

test("no word is lost and no line is too wide", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", minLength: 1 })),
      fc.integer({ min: 2, max: 40 }),
      (words, columns) => {
        const text = words
          .map((word) => word.replaceAll(" ", ""))
          .filter((word) => word !== "")
          .join(" ");
        const lines = wrap(text, columns);
        for (const line of lines) assert.ok(displayWidth(line) <= columns, JSON.stringify(line));
        assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
      },
    ),
  );
});

test("following lines stand under the first", () => {
  assert.deepEqual(labelled("  do", 8, "repair the named tests", 28), ["  do    repair the named", "        tests"]);
});
