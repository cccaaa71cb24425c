import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOSTILE } from "../../../reporters/fixture/hostile.ts";
import { marksOf } from "../testing-artifacts.ts";
import { LINE_CHARACTERS_MAX, LINES_SHOWN_MAX, sourceLinesOf, sourceList } from "./source-lines.ts";

test("lines end as tools count them", () => {
  assert.deepEqual(sourceLinesOf("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
  assert.deepEqual(sourceLinesOf("a\n\n"), ["a", ""]);
  assert.deepEqual(sourceLinesOf(""), []);
});

test("every mark is text beside its line", () => {
  const marks = marksOf("1:3 2:0 4:7 5:1", "4:1/2 6:0/2", "5:0/1 7:1/1");
  assert.equal(
    sourceList(["a", "\tb", "c", "d", "e", "f", "g"], marks),
    `<ol class=s><li><b>3</b>a
<li class=m id=L2><b>0</b>\tb
<li>c
<li class=p><b>7</b><i>1 of 2</i>d
<li class=p><b>1</b><i>uncalled</i>e
<li class=p><i>0 of 2</i>f
<li>g</ol>`,
  );
});

test("where nobody told how often, words stand for hits", () => {
  const list = sourceList(["a", "b"], { ...marksOf("1:1 2:0"), hits: null });
  assert.equal(list, "<ol class=s><li><b class=w>hit</b>a\n<li class=m id=L2><b class=w>missed</b>b</ol>");
});

test("hostile source stays text, and nothing in it can hide or reorder", () => {
  for (const text of [...HOSTILE, "</ol><script>", "a\u202eb", "\u0000\u001b[31m", "&lt;"]) {
    const lines = sourceLinesOf(text);
    const list = sourceList(lines, marksOf(""));
    assert.deepEqual(list.match(/<[^>]*>/g), ["<ol class=s>", ...lines.map(() => "<li>"), "</ol>"]);
    assert.doesNotMatch(list, /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/);
  }
});

test("text comes back as it was", () => {
  const back = (list: string): string[] =>
    list
      .replace(/^<ol class=s><li>/, "")
      .replace(/<\/ol>$/, "")
      .split("\n<li>")
      .map((line) => line.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
  const line = fc.string({ unit: fc.constantFrom("<", ">", "&", "a", " ", "\t", "é", ";", '"', "l", "t") });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      assert.deepEqual(back(sourceList(lines, marksOf(""))), lines);
    }),
  );
});

test("long lines and long files are cut", () => {
  const list = sourceList(["x".repeat(LINE_CHARACTERS_MAX + 1)], marksOf("1:1"));
  assert.ok(list.endsWith(`${"x".repeat(LINE_CHARACTERS_MAX)}… (cut)</ol>`));
  const many = sourceList(
    Array.from({ length: LINES_SHOWN_MAX + 5 }, () => ""),
    marksOf(""),
  );
  assert.equal(many.match(/<li>/g)?.length, LINES_SHOWN_MAX);
});
