import assert from "node:assert/strict";
import { test } from "node:test";
import { diffPath, quoteEnd } from "./diff-path.ts";

const read = (text: string): string | null => diffPath(Buffer.from(text, "utf8"));

test("a path without quotes is as it stands", () => {
  assert.equal(read("a b\\n"), "a b\\n");
  assert.equal(read("ü"), "ü");
});

test("escapes are bytes, and bytes are UTF-8", () => {
  assert.equal(read('"a\\tb\\"\\\\"'), 'a\tb"\\');
  assert.equal(read('"\\303\\274\\0012"'), "ü\u00012");
});

test("what is not closed or not known is no path", () => {
  for (const text of ['"a', '"a"b', '"\\q"', '"\\9"', '"\\400"', '"a\\"']) assert.equal(read(text), null, text);
  assert.equal(quoteEnd(Buffer.from('"a\\"b" c')), 5);
});
