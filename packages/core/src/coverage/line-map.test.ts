import assert from "node:assert/strict";
import { test } from "node:test";
import { changedLines, linesChanged, moveLines } from "./line-map.ts";
import { hunk } from "./testing.ts";

const moved = (lines: readonly number[], ...hunks: Parameters<typeof hunk>[]) => {
  const { kept, now, gone } = moveLines(
    Uint32Array.from(lines),
    hunks.map((one) => hunk(...one)),
  );
  return { kept: [...kept], now: [...now], gone: [...gone] };
};

test("without hunks every line stays where it is", () => {
  assert.deepEqual(moved([1, 7]), { kept: [1, 7], now: [1, 7], gone: [] });
});

test("lines after an insertion move, those before it stay", () => {
  assert.deepEqual(moved([1, 2, 3], [2, 0, 3, 4]).now, [1, 2, 7]);
  assert.deepEqual(moved([1], [0, 0, 1, 2]).now, [3], "inserted before the first line");
});

test("deleted and changed lines are gone", () => {
  assert.deepEqual(moved([1, 2, 3, 4], [2, 2, 1, 0]), { kept: [1, 4], now: [1, 2], gone: [2, 3] });
  assert.deepEqual(moved([1, 2, 3], [2, 1, 2, 3]), { kept: [1, 3], now: [1, 5], gone: [2] });
});

test("shifts add up", () => {
  assert.deepEqual(moved([5, 20, 40], [1, 1, 0, 0], [10, 0, 10, 5], [30, 2, 34, 2]).now, [4, 24, 44]);
});

test("changed lines are those that the candidate has", () => {
  assert.deepEqual([...changedLines([hunk(1, 1, 1, 2), hunk(5, 3, 5, 0), hunk(9, 0, 7, 1)])], [1, 2, 7]);
});

test("of some lines those are picked that a hunk changed, however large it says it is", () => {
  const hunks = [hunk(1, 1, 2, 2), hunk(5, 1, 6, 0), hunk(9, 0, 9, Number.MAX_SAFE_INTEGER)];
  assert.deepEqual([...linesChanged(Uint32Array.of(1, 2, 3, 4, 6, 8, 9, 70), hunks)], [2, 3, 9, 70]);
  assert.deepEqual([...linesChanged(Uint32Array.of(1), [])], []);
  for (const lines of [16_000_001, 2 ** 31, Number.MAX_SAFE_INTEGER])
    assert.throws(() => changedLines([hunk(1, 1, 1, lines)]), RangeError);
});

test("as many lines as a file can have are no mistake", () => {
  assert.equal(changedLines([hunk(0, 0, 1, 16_000_000)]).length, 16_000_000);
});

test("a hunk that ends right before a line is left behind, the next one is not", () => {
  const hunks = [hunk(1, 1, 1, 1), hunk(3, 1, 3, 1), hunk(5, 1, 5, 1)];
  assert.deepEqual([...linesChanged(Uint32Array.of(3, 5), hunks)], [3, 5]);
});
