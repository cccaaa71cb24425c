import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { positionOf } from "./position.ts";

test("lines and columns count from 1, and a line ends with its LF", () => {
  const text = "ab\r\nc\n\nd";
  const places = Array.from({ length: text.length + 1 }, (_, offset) => {
    const { line, column } = positionOf(text, offset);
    return `${line}:${column}`;
  });
  assert.deepEqual(places, ["1:1", "1:2", "1:3", "1:4", "2:1", "2:2", "3:1", "4:1", "4:2"]);
});

test("columns are UTF-16 code units", () => {
  assert.deepEqual(positionOf("😀x", 2), { line: 1, column: 3 });
});

test("it agrees with splitting the text before the offset", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r") });
  fc.assert(
    fc.property(text, fc.nat(12), (whole, at) => {
      const offset = Math.min(at, whole.length);
      const before = whole.slice(0, offset).split("\n");
      assert.deepEqual(positionOf(whole, offset), { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
    }),
  );
});
