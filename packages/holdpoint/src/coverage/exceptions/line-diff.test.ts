import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lineDiff } from "./line-diff.ts";

test("only what changes is shown", () => {
  assert.deepEqual(lineDiff("a\nb\nc\n", "a\nc\nd\n"), ["-b", "+d"]);
  assert.deepEqual(lineDiff("a\n", "a\n"), []);
  assert.deepEqual(lineDiff("", "a\n"), ["+a"]);
  assert.deepEqual(lineDiff("a\r\nb\r\n", "a\nc\n"), ["-b", "+c"]);
});

test("going and coming lines account for every difference", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }).map((lines) => lines.join("\n"));
  const count = (lines: readonly string[], line: string): number => lines.filter((one) => one === line).length;
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = lineDiff(before, after);
      for (const line of ["a", "b", "c", ""]) {
        const grown = count(after.split("\n"), line) - count(before.split("\n"), line);
        assert.equal(count(diff, `+${line}`) - count(diff, `-${line}`), grown);
      }
      assert.equal(diff.length === 0, before === after);
    }),
  );
});

test("thousands of changed lines do not take for ever", () => {
  const many = (mark: string): string => Array.from({ length: 5_000 }, (_, index) => `${mark}${index}`).join("\n");
  assert.equal(lineDiff(many("a"), many("b")).length, 10_000);
});
