import assert from "node:assert/strict";
import { test } from "node:test";
import { checkReference, replaceControls, resolveReferences } from "./references.ts";

const check = (text: string, lenient: boolean = false): ReturnType<typeof checkReference> => {
  const bytes = Buffer.from(text);
  return checkReference(bytes, 0, bytes.length, lenient);
};

test("the five predefined entities and character references end behind their semicolon", () => {
  const sound = ["&lt;", "&gt;", "&amp;", "&apos;", "&quot;", "&#65;", "&#x41;", "&#x1F600;", "&#9;", "&#0000065;"];
  for (const text of sound) assert.deepEqual(check(`${text}rest`), { end: text.length }, text);
});

test("other names are entities, other texts are wrong", () => {
  for (const text of ["&nbsp;", "&Lt;", "&lol9;", "&constructor;"])
    assert.deepEqual(check(text), { problem: "entity" });
  const wrong = ["& ;", "&;", "&a b;", "&#;", "&#x;", "&#xG;", "&#-1;", "&#0;", "&#xD800;", "&#xFFFE;", "&#x110000;"];
  for (const text of wrong) assert.deepEqual(check(text), { problem: "syntax" }, text);
});

test("a reference without its end is cut off at the end of the file, and wrong elsewhere", () => {
  assert.deepEqual(check("&am"), { problem: "truncated" });
  assert.deepEqual(check(`&${"a".repeat(100)};`), { problem: "syntax" });
  const bytes = Buffer.from("&am<b>;");
  assert.deepEqual(checkReference(bytes, 0, 3, false), { problem: "syntax" });
});

test("a lenient reader takes references to control characters, but never to NUL", () => {
  assert.deepEqual(check("&#27;"), { problem: "syntax" });
  assert.deepEqual(check("&#27;", true), { end: 5 });
  assert.deepEqual(check("&#0;", true), { problem: "syntax" });
});

test("references become their characters, once", () => {
  assert.equal(resolveReferences("&lt;a&gt; &amp;lt; &#65;&#x42; &#27;"), "<a> &lt; AB \ufffd");
  assert.equal(resolveReferences("none"), "none");
});

test("control characters become replacement characters, white space stays", () => {
  assert.equal(replaceControls("a\u0001\u001b[0m\t\n\r\u007f\uffff"), "a\ufffd\ufffd[0m\t\n\r\u007f\ufffd");
});
