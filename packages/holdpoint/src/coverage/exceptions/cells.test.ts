import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joinLine, readCell, splitLine, writeCell } from "./cells.ts";

test("a cell shows exactly the text that was meant", () => {
  assert.equal(writeCell("src/*/x_y|z.ts"), "src/\\*/x\\_y&#124;z.ts");
  assert.equal(writeCell("a <script> & b\nnext"), "a &lt;script> &amp; b next");
  assert.equal(readCell(" src/\\*/x\\_y&#124;z.ts "), "src/*/x_y|z.ts");
  assert.equal(readCell("x_y"), "x_y", "as a formatter would write it");
});

test("whatever is written is read back, and stays one cell of one line", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (texts) => {
      const line = joinLine(texts.map(writeCell));
      assert.ok(!/[\r\n]/.test(line));
      const plain = texts.map((text) => text.replaceAll(/\s+/g, " ").trim());
      assert.deepEqual(splitLine(line)?.map(readCell), plain, line);
    }),
  );
});

test("text in signs of Markdown comes back as it was", () => {
  const signs = fc.string({ unit: fc.constantFrom("|", "\\", "&", "a", " ", "amp;", "#124;", "`", "*", "<", "_") });
  fc.assert(
    fc.property(signs, (text) => {
      assert.deepEqual(splitLine(joinLine([writeCell(text)]))?.map(readCell), [text.replaceAll(/\s+/g, " ").trim()]);
    }),
  );
});

test("a line is cells between bars, or none", () => {
  assert.deepEqual(splitLine("| a | b\\|c |  |"), ["a", "b\\|c", ""]);
  assert.deepEqual(splitLine("||"), [""]);
  for (const line of ["", "|", "a | b", "| a", "a |", "| a \\|"]) assert.equal(splitLine(line), null, line);
});
