import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { commonLines, linesWithout, readLineRanges, unionOfLines, writeLineRanges } from "./ranges.ts";

const someLines = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
  .map((lines) => Uint32Array.from(lines).sort());

test("lines go into ranges and back", () => {
  assert.equal(writeLineRanges([3, 4, 5, 9]), "3-5,9");
  assert.equal(writeLineRanges([]), "");
  assert.deepEqual(readLineRanges("3-5,9"), Uint32Array.of(3, 4, 5, 9));
  fc.assert(fc.property(someLines, (lines) => assert.deepEqual(readLineRanges(writeLineRanges(lines)), lines)));
});

test("what is no range is refused", () => {
  for (const text of ["0", "3-", "-3", "5-3", "3,3", "4,3-5", "3 4", "3,", "1-99999999", "1e3", "03"]) {
    assert.throws(() => readLineRanges(text), RangeError, text);
  }
});

test("sets of lines behave as sets", () => {
  fc.assert(
    fc.property(someLines, someLines, (a, b) => {
      const [left, right] = [new Set(a), new Set(b)];
      assert.deepEqual(new Set(unionOfLines(a, b)), new Set([...left, ...right]));
      assert.deepEqual(new Set(commonLines(a, b)), new Set([...left].filter((line) => right.has(line))));
      assert.deepEqual(new Set(linesWithout(a, b)), new Set([...left].filter((line) => !right.has(line))));
      for (const set of [unionOfLines(a, b), commonLines(a, b), linesWithout(a, b)]) {
        assert.deepEqual(set, Uint32Array.from(new Set(set)).sort());
      }
    }),
  );
});
