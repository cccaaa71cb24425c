import assert from "node:assert/strict";
import { test } from "node:test";
import { Lines } from "./lines.ts";
import { FoundEnd } from "./value-end.ts";

/** Offset behind the value in pieces of some size, and the place of that offset; -1 when it has no end. */
function endOf(text: string, size: number): readonly [number, string] {
  const bytes = Buffer.from(text);
  const lines = new Lines();
  const end = new FoundEnd(lines);
  end.begin(bytes[0] ?? 0);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    const found = end.find(piece, 0);
    if (found !== -1) {
      const { line, column } = lines.place(found);
      return [at + found, `${line}:${column}`];
    }
    lines.next(piece.length);
  }
  return [-1, ""];
}

test("values end where JSON says, wherever the pieces are cut", () => {
  const cases: readonly (readonly [text: string, end: number, place?: string])[] = [
    ["{},", 2],
    ['{"a":[1,{"b":"]}"}]} ', 20],
    ['{\n"a":\n1},', 9, "3:3"],
    ['"abc",', 5],
    ['"",', 2],
    ['"a\\"b",', 6],
    ['"\\\\",', 4],
    ['"\\\\\\"",', 6],
    ['["\\\\",1]]', 8],
    ['["\n\\\n"]]', 7, "3:3"],
    ['"é😀" ', 8],
    ["12,", 2],
    ["-1.5e+3]", 7],
    ["true}", 4],
    ["null\n", 4],
    ["truex:", 5],
    ["{]]", 2],
    ["12", -1],
    ["{", -1],
    ['"a\\"', -1],
    ['{"a":"}"', -1],
  ];
  for (const [text, end, place = `1:${end + 1}`] of cases) {
    for (const size of [1, 2, 3, 4, 100]) {
      assert.deepEqual(endOf(text, size), [end, end === -1 ? "" : place], `${text} in pieces of ${size}`);
    }
  }
});

test("only numbers and words have no end of their own, and each value begins anew", () => {
  const end = new FoundEnd(new Lines());
  const bare = Array.from(Buffer.from('{["-7tfn'), (first) => {
    end.begin(first);
    return end.isBare;
  });
  assert.deepEqual(bare, [false, false, false, true, true, true, true, true]);
  for (const left of ['{"a', '["\\', "[[["]) {
    end.begin(left.charCodeAt(0));
    assert.equal(end.find(Buffer.from(left), 0), -1);
    end.begin(0x7b);
    assert.equal(end.find(Buffer.from("x{}x"), 1), 3);
  }
});

test("lines are counted over pieces, and columns are in bytes", () => {
  const lines = new Lines();
  lines.feed(2);
  assert.deepEqual(
    [lines.place(3), lines.place(9)],
    [
      { line: 2, column: 1 },
      { line: 2, column: 7 },
    ],
  );
  lines.next(10);
  assert.deepEqual(lines.place(0), { line: 2, column: 8 });
  lines.feed(0);
  lines.next(1);
  assert.deepEqual(lines.place(5), { line: 3, column: 6 });
});
