import assert from "node:assert/strict";
import { test } from "node:test";
import { pythonLines } from "./lines.ts";

function short(text: string): string[] {
  return pythonLines(text).map(({ line, indent, words }) => `${line}:${indent} ${words.join(" ")}`);
}

test("lines are cut at line breaks and semicolons, comments are gone", () => {
  assert.deepEqual(short("a = 1\n\n  b; c # d\n# e\n"), ["1:0 a = 1", "3:2 b", "3:2 c"]);
  assert.deepEqual(short("a\r\nb\r\n"), ["1:0 a", "2:0 b"]);
  assert.deepEqual(short("\ta\n        b"), ["1:8 a", "2:8 b"]);
  assert.deepEqual(short(""), []);
  assert.deepEqual(short("#"), []);
  assert.deepEqual(short(";;"), []);
});

test("brackets and backslashes join lines", () => {
  assert.deepEqual(short("f(a,\n  b # c\n)\nd"), ["1:0 f ( a , b )", "4:0 d"]);
  assert.deepEqual(short("a + \\\n  b\nc"), ["1:0 a + b", "3:0 c"]);
  assert.deepEqual(short("a + \\\r\n  b\nc"), ["1:0 a + b", "3:0 c"]);
  assert.deepEqual(short("[{(\n)}]\na"), ["1:0 [ { ( ) } ]", "3:0 a"]);
  assert.deepEqual(short(")\na"), ["1:0 )", "2:0 a"]);
});

test("texts are one word, with their prefix, and lines in them are counted", () => {
  assert.deepEqual(short("a = 'b # c; d'"), ["1:0 a = 'b # c; d'"]);
  assert.deepEqual(short('"""a\nb"""\nc'), ['1:0 """a\nb"""', "3:0 c"]);
  assert.deepEqual(short("rb'a' + F\"b\""), ["1:0 'a' + \"b\""]);
  assert.deepEqual(short("'''it's'''"), ["1:0 '''it's'''"]);
  assert.deepEqual(short("'a\\\nb' c"), ["1:0 'a\\\nb' c"]);
  assert.deepEqual(short("'' + ''''''"), ["1:0 '' + ''''''"]);
  assert.deepEqual(short("if 'a': b"), ["1:0 if 'a' : b"]);
});

test("a text that does not end, ends: a short one with its line, a long one with the file", () => {
  assert.deepEqual(short("a = 'b\nc"), ["1:0 a = 'b", "2:0 c"]);
  assert.deepEqual(short('a = """b\nc'), ['1:0 a = """b\nc']);
});
