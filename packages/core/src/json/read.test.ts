import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorCode } from "../errors/registry.ts";
import { JSON_DEPTH_MAX, readJson } from "./read.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const read = (input: string | Uint8Array): unknown => readJson(input, { file: "f.json" });

/** Text, code, line and column of the first fault. */
const FAULTS: readonly (readonly [string, ErrorCode, number, number])[] = [
  ["", "HP-READ-EMPTY", 1, 1],
  [" \r\n\t", "HP-READ-EMPTY", 1, 1],
  ["<html>", "HP-READ-NOT-THE-FORMAT", 1, 1],
  ["\n  // no", "HP-READ-NOT-THE-FORMAT", 2, 3],
  ["'a'", "HP-READ-NOT-THE-FORMAT", 1, 1],
  ["\uFEFF\uFEFF{}", "HP-READ-NOT-THE-FORMAT", 1, 1],
  ["[1,\n2", "HP-READ-TRUNCATED", 2, 2],
  ['{"a"', "HP-READ-TRUNCATED", 1, 5],
  ['{"a":', "HP-READ-TRUNCATED", 1, 6],
  ['{"a":1,', "HP-READ-TRUNCATED", 1, 8],
  ["{", "HP-READ-TRUNCATED", 1, 2],
  ['"abc', "HP-READ-TRUNCATED", 1, 5],
  ['"abc\\', "HP-READ-TRUNCATED", 1, 6],
  ['"\\u00', "HP-READ-TRUNCATED", 1, 6],
  ["tru", "HP-READ-TRUNCATED", 1, 4],
  ["-", "HP-READ-TRUNCATED", 1, 2],
  ["1.", "HP-READ-TRUNCATED", 1, 3],
  ["[1e+", "HP-READ-TRUNCATED", 1, 5],
  ["[1,]", "HP-READ-SYNTAX", 1, 4],
  ["[,1]", "HP-READ-SYNTAX", 1, 2],
  ["[1 2]", "HP-READ-SYNTAX", 1, 4],
  ["[1}", "HP-READ-SYNTAX", 1, 3],
  ['{"a":1,}', "HP-READ-SYNTAX", 1, 8],
  ["{a:1}", "HP-READ-SYNTAX", 1, 2],
  ['{"a" 1}', "HP-READ-SYNTAX", 1, 6],
  ['{"a":1 "b":2}', "HP-READ-SYNTAX", 1, 8],
  ["{}\n{}", "HP-READ-SYNTAX", 2, 1],
  ["[01]", "HP-READ-SYNTAX", 1, 3],
  ["[1.e5]", "HP-READ-SYNTAX", 1, 4],
  ["[.5]", "HP-READ-SYNTAX", 1, 2],
  ["[+1]", "HP-READ-SYNTAX", 1, 2],
  ["[--1]", "HP-READ-SYNTAX", 1, 3],
  ["[0x1]", "HP-READ-SYNTAX", 1, 3],
  ["[NaN]", "HP-READ-SYNTAX", 1, 2],
  ["[nul]", "HP-READ-SYNTAX", 1, 5],
  ["[1e999]", "HP-READ-SYNTAX", 1, 2],
  ["[-1e999]", "HP-READ-SYNTAX", 1, 2],
  ['["a\nb"]', "HP-READ-SYNTAX", 1, 4],
  ['["a\0b"]', "HP-READ-SYNTAX", 1, 4],
  ['["a\u001fb"]', "HP-READ-SYNTAX", 1, 4],
  ["[1]\0", "HP-READ-SYNTAX", 1, 4],
  ['["\\x41"]', "HP-READ-SYNTAX", 1, 3],
  ['["\\u12g4"]', "HP-READ-SYNTAX", 1, 3],
  ['["\\u12"]', "HP-READ-SYNTAX", 1, 3],
  ['["\\ud800"]', "HP-READ-ENCODING", 1, 3],
  ['["\\ud800\\u0041"]', "HP-READ-ENCODING", 1, 3],
  ['["\\udc00\\ud800"]', "HP-READ-ENCODING", 1, 3],
  ['["\ud800"]', "HP-READ-ENCODING", 1, 3],
  ['{"a":1,\n "a":2}', "HP-READ-DUPLICATE-KEY", 2, 2],
  ['{"a":1,"\\u0061":2}', "HP-READ-DUPLICATE-KEY", 1, 8],
  ['[{"b":{"c":1,"c":1}}]', "HP-READ-DUPLICATE-KEY", 1, 14],
  ['{"__proto__":1,"__proto__":2}', "HP-READ-DUPLICATE-KEY", 1, 16],
  [`${"[".repeat(JSON_DEPTH_MAX)}[1`, "HP-READ-DEPTH", 1, JSON_DEPTH_MAX + 1],
  ["[1,\n 2,, 3]", "HP-READ-SYNTAX", 2, 4],
  ['{"a":1,"a":2, oops', "HP-READ-DUPLICATE-KEY", 1, 8],
];

test("every fault has its code, line and column", () => {
  for (const [text, code, line, column] of FAULTS) {
    const expected = { name: "HoldpointError", code, place: { file: "f.json", line, column } };
    assert.throws(() => read(text), expected, JSON.stringify(text.slice(0, 40)));
    if (text.isWellFormed())
      assert.throws(() => read(bytes(text)), expected, `bytes of ${JSON.stringify(text.slice(0, 40))}`);
  }
});

test("what is JSON is read as JSON.parse reads it", () => {
  const texts = [
    "null",
    "true",
    " -0.5e-3 ",
    '"\\ud83d\\ude00 \\"\\\\\\/\\b\\f\\n\\r\\t\\u0000"',
    '"\u007f\u2028"',
    "[]",
    "{}",
    "[[],{}]",
    '{"":""}',
    '{"a":1,"b":{"a":1}}',
    "\r\n[1,\t2]\r\n",
    "0",
    "-0",
    "1E+2",
    "1e-999",
    "12345678901234567890",
    '{"a":{"a":{"a":[]}}}',
    "[".repeat(JSON_DEPTH_MAX) + "]".repeat(JSON_DEPTH_MAX),
    '":,{}[]"',
    '{":":"{[,"}',
  ];
  for (const text of texts) assert.deepEqual(read(text), JSON.parse(text), text.slice(0, 40));
});

test("one byte order mark is skipped and not counted", () => {
  assert.deepEqual(read("\uFEFF[1]"), [1]);
  assert.deepEqual(read(bytes([0xef, 0xbb, 0xbf], "[1]")), [1]);
  assert.throws(() => read(bytes([0xef, 0xbb, 0xbf], "[1,]")), {
    code: "HP-READ-SYNTAX",
    place: { file: "f.json", line: 1, column: 4 },
  });
});

test("__proto__ is a key like any other", () => {
  const value = read('{"__proto__":{"polluted":true},"constructor":1}') as Record<string, unknown>;
  assert.deepEqual(Object.keys(value), ["__proto__", "constructor"]);
  assert.equal(value["polluted"], undefined);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});

test("bytes that are not UTF-8 are refused where they stand", () => {
  const table: readonly (readonly [Uint8Array, number, number])[] = [
    [bytes("[1]\n", [0xff]), 2, 1],
    [bytes('["', [0xc0, 0x80], '"]'), 1, 3],
    [bytes('["', [0xed, 0xa0, 0x80], '"]'), 1, 3],
    [bytes('["', [0xe2, 0x82]), 1, 3],
    [bytes("\n\n[", [0x80]), 3, 2],
    [bytes('["', [0xf5, 0x80, 0x80, 0x80]), 1, 3],
  ];
  for (const [input, line, column] of table) {
    assert.throws(
      () => read(input),
      { code: "HP-READ-ENCODING", place: { file: "f.json", line, column } },
      Buffer.from(input).toString("hex"),
    );
  }
  assert.throws(() => read(Buffer.from("\uFEFF{}", "utf16le")), { code: "HP-READ-ENCODING", message: /UTF-16/ });
});

test("size and depth are limits of the caller", () => {
  const limited = (sizeBytesMax: number, depthMax: number): unknown =>
    readJson("[[1]]", { file: "f.json", sizeBytesMax, depthMax });
  assert.deepEqual(limited(5, 2), [[1]]);
  assert.throws(() => limited(4, 2), { code: "HP-READ-TOO-LARGE", place: { file: "f.json" } });
  assert.throws(() => limited(5, 1), { code: "HP-READ-DEPTH", place: { file: "f.json", line: 1, column: 2 } });
  assert.throws(() => limited(5, 0), { code: "HP-READ-DEPTH" });
  assert.equal(readJson("1", { file: "f.json", depthMax: 0 }), 1);
});

test("hostile nesting costs neither stack nor time", () => {
  assert.throws(() => read("[".repeat(300_000)), { code: "HP-READ-DEPTH" });
  assert.throws(() => read('{"a":'.repeat(50_000)), { code: "HP-READ-DEPTH" });
  assert.deepEqual(
    Array.isArray(readJson("[".repeat(100_000) + "]".repeat(100_000), { file: "f.json", depthMax: 100_000 })),
    true,
  );
});
