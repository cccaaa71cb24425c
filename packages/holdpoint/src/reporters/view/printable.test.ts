import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clip, printable } from "./printable.ts";

test("white space is joined, and what could deceive a reader is shown as an escape", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["plain", "plain"],
    ["  two\r\n lines\tand tabs ", "two lines and tabs"],
    ["\u001b[31mred\u0007", "\\u{1b}[31mred\\u{7}"],
    ["a\u0000b\u009bc", "a\\u{0}b\\u{9b}c"],
    ["\u202egnp.exe\u2066", "\\u{202e}gnp.exe\\u{2066}"],
    ["zero\u200bwidth\ufeff", "zero\\u{200b}width\\u{feff}"],
    ["lone \ud800 surrogate", "lone \\u{d800} surrogate"],
    ["漢字 🙂 é", "漢字 🙂 é"],
    ["family 👨‍👩‍👧", "family 👨‍👩‍👧"],
  ];
  for (const [text, shown] of cases) assert.equal(printable(text), shown);
});

test("any text becomes one well-formed line without control characters, and stays so", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = printable(text);
      assert.doesNotMatch(shown, /[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      assert.ok(shown.isWellFormed());
      assert.equal(printable(shown), shown);
    }),
  );
});

test("clipping keeps the limit, marks the cut and never halves a character", () => {
  assert.equal(clip("abcdef", 6), "abcdef");
  assert.equal(clip("abcdefg", 6), "abcde…");
  assert.equal(clip("ab🙂🙂", 4), "ab…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (text, max) => {
      const clipped = clip(text, max);
      assert.ok(clipped.length <= max);
      assert.ok(clipped.isWellFormed());
      assert.equal(clipped === text, text.length <= max);
    }),
  );
});
