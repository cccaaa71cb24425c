import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FileCounts } from "./file-counts.ts";
import { mergeFileCounts } from "./file-counts.ts";
import { Interner } from "./interner.ts";
import { countLineHits, LineHitsBuilder, mergeLineHits, uncoveredRanges } from "./line-hits.ts";
import type { LineHits } from "./line-hits.ts";
import type { Points } from "./points.ts";
import { countPoints, mergePoints, PointsBuilder } from "./points.ts";

function lineHits(...lines: readonly (readonly [number, boolean])[]): LineHits {
  const builder = new LineHitsBuilder();
  for (const [line, isHit] of lines) builder.add(line, isHit);
  return builder.finish();
}

function points(...entries: readonly (readonly [number, number, number, boolean])[]): Points {
  const builder = new PointsBuilder();
  for (const [line, key, order, isTaken] of entries) builder.add(line, key, order, isTaken);
  return builder.finish();
}

const someLines = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), { maxLength: 40 })
  .map((lines) => lineHits(...lines));
const somePoints = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(2), fc.nat(3), fc.boolean()), { maxLength: 20 })
  .map((entries) => points(...entries));

test("lines come out sorted and once, and a hit stands", () => {
  const lines = lineHits([9, false], [3, true], [9, true], [4, false], [4, false]);
  assert.deepEqual([...lines], [7, 8, 19]);
  assert.deepEqual(countLineHits(lines), { covered: 2, total: 3 });
  assert.deepEqual([...lineHits([2 ** 31 - 1, true])], [2 ** 32 - 1]);
});

test("a builder starts anew after each file", () => {
  const builder = new LineHitsBuilder();
  for (let line = 3_000; line > 0; line -= 1) builder.add(line, true);
  assert.equal(builder.finish().length, 3_000);
  builder.add(1, false);
  assert.deepEqual([...builder.finish()], [2]);
  const other = new PointsBuilder();
  for (let order = 0; order < 3_000; order += 1) other.add(1, 0, order, false);
  assert.deepEqual(countPoints(other.finish()), { covered: 0, total: 3_000 });
  assert.equal(other.finish().length, 0);
});

test("ranges of uncovered lines end at a covered one", () => {
  assert.equal(uncoveredRanges(lineHits([1, false], [2, false], [4, false], [5, true], [7, false])), "1-4,7");
  assert.equal(uncoveredRanges(lineHits([1, true])), "");
  assert.equal(uncoveredRanges(lineHits()), "");
  assert.equal(uncoveredRanges(lineHits([9, false])), "9");
});

test("branches that a later run numbers anew are not counted twice", () => {
  const first = points([6, 0, 3, false], [6, 0, 4, true], [12, 0, 5, false]);
  const second = points([2, 0, 0, true], [6, 0, 4, true], [6, 0, 5, false], [12, 0, 7, false]);
  assert.deepEqual(countPoints(mergePoints(first, second)), { covered: 3, total: 4 });
});

test("points of the same place stay apart within one run", () => {
  assert.deepEqual(countPoints(points([5, 1, 0, true], [5, 1, 0, false])), { covered: 1, total: 2 });
});

test("merging is the same in any order, adds nothing to itself and loses nothing", () => {
  fc.assert(
    fc.property(someLines, someLines, someLines, (a, b, c) => {
      const merged = mergeLineHits(mergeLineHits(a, b), c);
      assert.deepEqual(mergeLineHits(c, mergeLineHits(b, a)), merged);
      assert.deepEqual(mergeLineHits(merged, a), merged);
      assert.ok(countLineHits(merged).covered >= countLineHits(a).covered);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(somePoints, somePoints, somePoints, (a, b, c) => {
      const count = countPoints(mergePoints(mergePoints(a, b), c));
      assert.deepEqual(countPoints(mergePoints(c, mergePoints(b, a))), count);
      assert.deepEqual(countPoints(mergePoints(a, a)), countPoints(a));
      assert.ok(count.covered >= countPoints(a).covered && count.total >= countPoints(b).total);
    }),
    { numRuns: 200 },
  );
});

test("what one report does not measure is taken from the other", () => {
  const none: FileCounts = { lines: null, branches: null, functions: null, statements: null };
  const some: FileCounts = { ...none, lines: lineHits([1, true]), branches: points([1, 0, 0, false]) };
  assert.deepEqual(mergeFileCounts(none, some), some);
  assert.deepEqual(mergeFileCounts(some, none), some);
  assert.deepEqual(mergeFileCounts(none, none), none);
});

test("the same text has the same number", () => {
  const interner = new Interner();
  assert.deepEqual(
    ["a", "b", "a", "__proto__"].map((text) => interner.of(text)),
    [0, 1, 0, 2],
  );
});
