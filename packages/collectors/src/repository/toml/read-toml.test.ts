import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { readToml } from "./read-toml.ts";

const DOCUMENT = `
# a comment
title = "top" # behind
bare-key_1 = 'literal \\n'
"quoted key".inner = "\\u00e9\\t\\U0001F600"
multi = """
first \\
   second
"third"""" # ends in a quote of its own
lines = '''
raw \\
'''
numbers = [ 1, -2.5e3, 0xff, 0b1, inf, true, 2026-01-01T00:00:00Z,
  # inside
  [ "deep", { a = "inline", b.c = 'x' } ],
]
time = 07:32:00
date = 1979-05-27 07:32:00Z

[project]
version = "1.2.3"
authors = [{ name = "A" }]

[tool.poetry]
version = "9.9.9"

[[package]]
name = "one"
[package.source]
url = "u1"

[[package]]
name = "two"
[package.source]
url = "u2"
`;

test("all kinds of keys, texts and tables are read", () => {
  const toml = readToml(DOCUMENT, "a.toml");
  const expected: readonly (readonly [path: string[], text: string])[] = [
    [["title"], "top"],
    [["bare-key_1"], "literal \\n"],
    [["quoted key", "inner"], "é\t😀"],
    [["multi"], 'first second\n"third"'],
    [["lines"], "raw \\\n"],
    [["numbers", "7", "0"], "deep"],
    [["numbers", "7", "1", "a"], "inline"],
    [["numbers", "7", "1", "b", "c"], "x"],
    [["project", "version"], "1.2.3"],
    [["project", "authors", "0", "name"], "A"],
    [["tool", "poetry", "version"], "9.9.9"],
    [["package", "0", "source", "url"], "u1"],
    [["package", "1", "source", "url"], "u2"],
  ];
  for (const [path, text] of expected) assert.equal(toml.get(...path), text, path.join("."));
  assert.equal(toml.get("time"), null);
  assert.equal(toml.get("__proto__"), null);
});

test("CRLF and a byte order mark are no part of it", () => {
  assert.equal(readToml('\uFEFF[a]\r\nb = \'c\'\r\nd = """\r\ne"""\r\n', "a.toml").get("a", "b"), "c");
});

const BROKEN: readonly (readonly [text: string, code: string, line: number, column: number])[] = [
  ["a = ", "HP-READ-TRUNCATED", 1, 5],
  ["a", "HP-READ-TRUNCATED", 1, 2],
  ["a b = 1", "HP-READ-SYNTAX", 1, 3],
  ['a = "b', "HP-READ-TRUNCATED", 1, 7],
  ['a = "b\nc"', "HP-READ-SYNTAX", 1, 7],
  ['a = """b', "HP-READ-TRUNCATED", 1, 9],
  ['a = "\\q"', "HP-READ-SYNTAX", 1, 7],
  ['a = "\\ud800"', "HP-READ-SYNTAX", 1, 12],
  ['a = "\u0001"', "HP-READ-SYNTAX", 1, 6],
  ["a = [1, 2", "HP-READ-TRUNCATED", 1, 10],
  ["a = [1 2]", "HP-READ-SYNTAX", 1, 8],
  ["a = { b = 1", "HP-READ-TRUNCATED", 1, 12],
  ["a = { b = 1, b = 2 }", "HP-READ-DUPLICATE-KEY", 1, 14],
  ["a = 1\na = 2", "HP-READ-DUPLICATE-KEY", 2, 1],
  ["[a]\n[a]", "HP-READ-DUPLICATE-KEY", 2, 1],
  ["[a\nb = 1", "HP-READ-SYNTAX", 1, 3],
  ["[[a]\nb = 1", "HP-READ-SYNTAX", 1, 4],
  ["a = 1 b = 2", "HP-READ-SYNTAX", 1, 7],
  ["a = yes", "HP-READ-TRUNCATED", 1, 5],
  ["a = yes\n", "HP-READ-SYNTAX", 1, 5],
  ["= 1", "HP-READ-SYNTAX", 1, 1],
  ["<html>", "HP-READ-SYNTAX", 1, 1],
  [`a = ${"[".repeat(100)}`, "HP-READ-DEPTH", 1, 70],
  [`${"a.".repeat(40)}a = 1`, "HP-READ-DEPTH", 1, 66],
];

describe("what is not TOML ends with its position", () => {
  for (const [text, code, line, column] of BROKEN) {
    test(JSON.stringify(text.slice(0, 30)), () => {
      assert.throws(
        () => readToml(text, "a.toml"),
        (thrown) => {
          assert.ok(isHoldpointError(thrown));
          assert.deepEqual([thrown.code, thrown.place], [code, { file: "a.toml", line, column }]);
          return true;
        },
      );
    });
  }
});
