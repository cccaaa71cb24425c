import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clipToWidth, displayWidth, head, padToWidth } from "./width.ts";

test("columns, not characters, are counted", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["", 0],
    ["plain", 5],
    ["é", 1],
    ["e\u0301", 1],
    ["漢字", 4],
    ["カナ", 4],
    ["한글", 4],
    ["Ａ", 2],
    ["🙂", 2],
    ["👨‍👩‍👧", 2],
    ["❤️", 2],
    ["…", 1],
    ["·", 1],
    ["─", 1],
    ["ü√", 2],
  ];
  for (const [text, columns] of cases) assert.equal(displayWidth(text), columns, text);
});

test("clipping never goes beyond the columns and never halves a grapheme", () => {
  assert.equal(clipToWidth("abcdef", 6), "abcdef");
  assert.equal(clipToWidth("abcdefg", 6), "abcde…");
  assert.equal(clipToWidth("漢字漢字", 6), "漢字…");
  assert.equal(head("👨‍👩‍👧x", 2), "👨‍👩‍👧");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (text, columns) => {
      assert.ok(displayWidth(clipToWidth(text, columns)) <= columns);
      assert.ok(text.startsWith(head(text, columns)));
    }),
  );
});

test("padding fills up and cuts nothing", () => {
  assert.equal(padToWidth("漢", 4), "漢  ");
  assert.equal(padToWidth("abc", 2), "abc");
});
