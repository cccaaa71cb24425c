import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { JsonCursor } from "./cursor.ts";
import { readValue as read } from "./testing.ts";

/** Code and place of the refusal. */
function refusal(text: string | Uint8Array, reader: (cursor: JsonCursor) => unknown = (one) => one.skip()): string {
  try {
    read(text, reader);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    const { file, line, column } = thrown.place;
    assert.equal(file, "c.json");
    return `${thrown.code} ${line}:${column}`;
  }
  return "accepted";
}

test("what is asked for is read, in one walk", () => {
  const found: unknown[] = [];
  read(
    '\ufeff {"a": [1, 2.5, -0, 1e3], "b": "x\\u00e9\\n\\ud83d\\ude00é", "c": true, "d": null, "e": {}, "f": [] }\n',
    (cursor) => {
      cursor.object((key) => {
        if (key === "a") cursor.array((index) => found.push([index, cursor.number()]));
        else if (key === "b") found.push(cursor.text());
        else if (key === "c") found.push(cursor.truth());
        else if (key === "d") found.push(cursor.isNull());
        else {
          found.push(key, cursor.kind(), cursor.isNull());
          cursor.skip();
        }
      });
    },
  );
  assert.deepEqual(found, [
    [0, 1],
    [1, 2.5],
    [2, -0],
    [3, 1000],
    "xé\n😀é",
    true,
    true,
    "e",
    "object",
    false,
    "f",
    "array",
    false,
  ]);
});

test("counts are integers from 0 of any size, and lines begin at 1", () => {
  const count = (text: string): number | string => {
    const code = refusal(text, (cursor) => cursor.count());
    return code === "accepted" ? read(text, (cursor) => cursor.count()) : code;
  };
  for (const [text, value] of [
    ["0", 0],
    ["7 ", 7],
    ["123456789012345", 123_456_789_012_345],
    ["9007199254740993", 9_007_199_254_740_992],
    ["18446744073709551615", 2 ** 64],
    ["9".repeat(400), Number.POSITIVE_INFINITY],
    ["1e2", 100],
    ["2.0", 2],
  ] as const) {
    assert.equal(count(text), value, text);
  }
  for (const text of ["-1", "1.5", "1e-1", '"1"', "null", "true", "[1]", "{}"]) {
    assert.equal(count(text), "HP-READ-SYNTAX 1:1", text);
  }
  for (const text of ["00", "01"]) assert.equal(count(text), "HP-READ-SYNTAX 1:2", text);
  assert.equal(
    read(String(2 ** 31 - 1), (cursor) => cursor.line()),
    2 ** 31 - 1,
  );
  for (const text of ["0", "-1", "1.5", String(2 ** 31), '"1"']) {
    assert.equal(
      refusal(text, (cursor) => cursor.line()),
      "HP-READ-SYNTAX 1:1",
    );
  }
});

test("every fault has its code and its place", () => {
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    ["", "HP-READ-EMPTY 1:1"],
    [" \r\n\t", "HP-READ-EMPTY 1:1"],
    ["<html>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["\n  SF:a", "HP-READ-NOT-THE-FORMAT 2:3"],
    ["[1,\n2", "HP-READ-TRUNCATED 2:2"],
    ['{"a"', "HP-READ-TRUNCATED 1:5"],
    ['{"a":', "HP-READ-TRUNCATED 1:6"],
    ["[tru", "HP-READ-TRUNCATED 1:5"],
    ['["ab', "HP-READ-TRUNCATED 1:5"],
    ['["a\\u12', "HP-READ-TRUNCATED 1:8"],
    ["[1.", "HP-READ-TRUNCATED 1:4"],
    ["[1 2]", "HP-READ-SYNTAX 1:4"],
    ["[1,]", "HP-READ-SYNTAX 1:4"],
    ['{"a":1,}', "HP-READ-SYNTAX 1:8"],
    ['{"a" 1}', "HP-READ-SYNTAX 1:6"],
    ["{a:1}", "HP-READ-SYNTAX 1:2"],
    ["[trap]", "HP-READ-SYNTAX 1:4"],
    ["[1.x]", "HP-READ-SYNTAX 1:4"],
    ["[-]", "HP-READ-SYNTAX 1:3"],
    ["[1]\n]", "HP-READ-SYNTAX 2:1"],
    ["[undefined]", "HP-READ-SYNTAX 1:2"],
    ["[=====]", "HP-READ-SYNTAX 1:2"],
    ["[NaN]", "HP-READ-SYNTAX 1:2"],
    ['["\t"]', "HP-READ-SYNTAX 1:3"],
    ['["\\x"]', "HP-READ-SYNTAX 1:3"],
    ['["\\u12g4"]', "HP-READ-SYNTAX 1:3"],
    ['["\\ud800"]', "HP-READ-ENCODING 1:3"],
    ['["\\udc00\\ud800"]', "HP-READ-ENCODING 1:3"],
    ['{"a":1,\n "a":2}', "HP-READ-DUPLICATE-KEY 2:2"],
    ['{"a":1,"\\u0061":2}', "HP-READ-DUPLICATE-KEY 1:8"],
    ["[".repeat(129), "HP-READ-DEPTH 1:129"],
    [Buffer.from([0x22, 0xff, 0x22]), "HP-READ-ENCODING 1:2"],
    [Buffer.from('["a\0"]'), "HP-READ-ENCODING 1:4"],
  ];
  for (const [text, expected] of cases) assert.equal(refusal(text), expected, String(text).slice(0, 40));
  assert.equal(refusal(`${"[".repeat(128)}${"]".repeat(128)}`), "accepted");
});

test("a key that stands twice is seen among many, and the same key in two objects is none", () => {
  const members = Array.from({ length: 2_000 }, (_, index) => `"k${index}":{"k":${index}}`);
  assert.equal(refusal(`{${members.join(",")}}`), "accepted");
  for (const again of [0, 11, 12, 13, 1_999]) {
    assert.match(refusal(`{${members.join(",")},"k${again}":1}`), /^HP-READ-DUPLICATE-KEY/, String(again));
  }
});

test("a text that is long, or like another, is the text that stands there", () => {
  const texts = Array.from({ length: 30_000 }, (_, index) => `k${index * 7_919}${"x".repeat(index % 300)}`);
  const twice = [...texts, ...texts];
  const found: string[] = [];
  read(JSON.stringify(twice), (cursor) => cursor.array(() => found.push(cursor.text())));
  assert.deepEqual(found, twice);
});

test("places are right in any order", () => {
  const text = '{"a":\n\n [1,\n2]}';
  const cursor = new JsonCursor(Buffer.from(text), "c.json");
  const expected = (offset: number): { line: number; column: number } => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  };
  for (const offset of [0, 8, 14, 3, 7, 6, 5, 15, 0]) assert.deepEqual(cursor.place(offset), expected(offset));
});
