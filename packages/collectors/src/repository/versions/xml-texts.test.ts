import assert from "node:assert/strict";
import { test } from "node:test";
import { readXmlTexts } from "./xml-texts.ts";

const pathsOf = (text: string): string[] => readXmlTexts(text, "f").map((one) => `${one.path}=${one.text}`);

test("only elements without elements inside of them have a text", () => {
  assert.deepEqual(pathsOf("<a> x <b> y </b> z </a>"), ["a/b=y"]);
  assert.deepEqual(pathsOf("<a><b/><c></c></a>"), ["a/b=", "a/c="]);
});

test("comments, sections and references are put together", () => {
  assert.deepEqual(pathsOf("<a>1<!-- 9 -->.<![CDATA[2]]>&#46;3</a>"), ["a=1.2.3"]);
});

test("namespace prefixes are left out", () => {
  assert.deepEqual(pathsOf('<m:project xmlns:m="u"><m:version>1</m:version></m:project>'), ["project/version=1"]);
});

test("a condition counts for everything below it", () => {
  const conditional = readXmlTexts('<a><b Condition="x"><c>1</c></b><c>2</c></a>', "f").map((one) => one.isConditional);
  assert.deepEqual(conditional, [true, false]);
});

test("the same path may be there several times, in document order", () => {
  assert.deepEqual(pathsOf("<a><b>1</b><b>2</b></a>"), ["a/b=1", "a/b=2"]);
});
