import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { escapeXml } from "./xml.ts";

function parse(xml: string): { text: string; attribute: string } {
  let text = "";
  let attribute = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (part) => (text += part));
  parser.on("opentag", (tag) => (attribute = String(tag.attributes["a"])));
  parser.write(xml).close();
  return { text, attribute };
}

test("what XML cannot carry is shown, the rest comes back as it was", () => {
  assert.equal(escapeXml("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&apos;");
  assert.equal(escapeXml("]]>"), "]]&gt;");
  assert.equal(escapeXml("\u0000\u001b\ufffe\ud800"), "\\u{0}\\u{1b}\\u{fffe}\\u{d800}");
  assert.equal(escapeXml("🙂"), "🙂");
});

test("any text is well formed in an element and in an attribute, white space included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = escapeXml(text);
      const shown = text.replaceAll(
        /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
        (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
      );
      assert.deepEqual(parse(`<x a="${escaped}">${escaped}</x>`), { text: shown, attribute: shown });
    }),
  );
});
