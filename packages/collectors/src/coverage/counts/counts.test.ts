import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FileCounts } from "./file-counts.ts";
import { mergeFileCounts, NOTHING_COUNTED } from "./file-counts.ts";
import { HITS_MAX, mergeHitCounts } from "./hit-counts.ts";
import { INTERNED_FROM, Interner } from "./interner.ts";
import { countLineHits, LineHitsBuilder, linesOf, mergeLineHits } from "./line-hits.ts";
import type { LineHits } from "./line-hits.ts";
import type { Points } from "./points.ts";
import { countPoints, mergePoints, PointsBuilder } from "./points.ts";

function lineHits(...lines: readonly (readonly [number, boolean])[]): LineHits {
  const builder = new LineHitsBuilder();
  for (const [line, isHit] of lines) builder.add(line, isHit ? 1 : 0);
  return builder.finish().lines;
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
  for (let line = 3_000; line > 0; line -= 1) builder.add(line, 1);
  assert.equal(builder.finish().lines.length, 3_000);
  builder.add(1, 0);
  assert.deepEqual([...builder.finish().lines], [2]);
  const other = new PointsBuilder();
  for (let order = 0; order < 3_000; order += 1) other.add(1, 0, order, false);
  assert.deepEqual(countPoints(other.finish()), { covered: 0, total: 3_000 });
  assert.equal(other.finish().length, 0);
});

test("hit and missed lines are told apart", () => {
  const lines = lineHits([1, false], [2, false], [4, false], [5, true], [7, false]);
  assert.deepEqual([...linesOf(lines, false)], [1, 2, 4, 7]);
  assert.deepEqual([...linesOf(lines, true)], [5]);
});

test("hits are kept where asked for, summed by line and bounded by 64 bits", () => {
  const builder = new LineHitsBuilder(true);
  for (const [line, hits] of [
    [9, 2],
    [3, 0],
    [9, 5],
    [4, HITS_MAX],
    [4, HITS_MAX],
  ] as const)
    builder.add(line, hits);
  const { lines, hits } = builder.finish();
  assert.deepEqual([...lines], [6, 9, 19]);
  assert.deepEqual([...(hits ?? [])], [0, HITS_MAX, 7]);
  for (let line = 1; line < 2_000; line += 1) builder.add(line, line);
  assert.equal(builder.finish().hits?.[1_998], 1_999);
});

test("hits of two reports are summed by line; where one does not tell, nobody does", () => {
  const a = { lines: lineHits([1, true], [3, false]), hits: Float64Array.of(4, 0) };
  const b = { lines: lineHits([2, true], [3, true]), hits: Float64Array.of(1, HITS_MAX) };
  assert.deepEqual([...(mergeHitCounts(a, b) ?? [])], [4, 1, HITS_MAX]);
  assert.deepEqual(mergeHitCounts(b, a), mergeHitCounts(a, b));
  assert.equal(mergeHitCounts(a, { ...b, hits: null }), null);
  assert.equal(mergeHitCounts({ lines: null, hits: null }, b), b.hits);
  assert.equal(mergeHitCounts(a, { lines: null, hits: null }), a.hits);
});

test("branches that a later run numbers anew are not counted twice", () => {
  const first = points([6, 0, 3, false], [6, 0, 4, true], [12, 0, 5, false]);
  const second = points([2, 0, 0, true], [6, 0, 4, true], [6, 0, 5, false], [12, 0, 7, false]);
  assert.deepEqual(countPoints(mergePoints(first, second)), { covered: 3, total: 4 });
});

test("points of the same place stay apart within one run", () => {
  assert.deepEqual(countPoints(points([5, 1, 0, true], [5, 1, 0, false])), { covered: 1, total: 2 });
});

test("points of the same place and order are one where that is asked for", () => {
  const builder = new PointsBuilder();
  for (const isTaken of [false, true, false]) builder.add(5, 1, 0, isTaken);
  builder.add(5, 1, 1, false);
  builder.add(4, 1, 0, false);
  builder.add(5, 2, 0, true);
  assert.deepEqual([...builder.finish(true)], [4, 2, 5, 3, 5, 2, 5, 5]);
  assert.deepEqual([...builder.finish(true)], []);
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
  const none: FileCounts = NOTHING_COUNTED;
  const some: FileCounts = { ...none, lines: lineHits([1, true]), branches: points([1, 0, 0, false]) };
  assert.deepEqual(mergeFileCounts(none, some), some);
  assert.deepEqual(mergeFileCounts(some, none), some);
  assert.deepEqual(mergeFileCounts(none, none), none);
});

test("the same text has the same number everywhere, and hardly two share one", () => {
  const interner = new Interner();
  assert.deepEqual(
    ["", "a", "__proto__"].map((text) => interner.of(text)),
    [1_207_734_896, 1_091_502_679, 1_275_120_168],
  );
  assert.equal(new Interner().of("a"), interner.of("a"));
  const numbers = new Set<number>();
  for (let index = 0; index < 20_000; index += 1) {
    const number = interner.of(`handle${index}`);
    assert.ok(number >= INTERNED_FROM && number < 2 ** 31);
    numbers.add(number);
  }
  assert.ok(numbers.size > 19_990, `${numbers.size} of 20,000`);
});

test("of totals without records the larger stands, whichever comes first", () => {
  const total = (covered: number, of: number) => ({ covered, total: of });
  const a: FileCounts = { ...NOTHING_COUNTED, totals: { lines: total(3, 9), branches: total(1, 2) } };
  const b: FileCounts = { ...NOTHING_COUNTED, totals: { lines: total(5, 8), functions: total(0, 1) } };
  const both = { lines: total(5, 9), branches: total(1, 2), functions: total(0, 1) };
  assert.deepEqual(mergeFileCounts(a, b).totals, both);
  assert.deepEqual(mergeFileCounts(b, a).totals, both);
  assert.deepEqual(mergeFileCounts(a, NOTHING_COUNTED), a);
  assert.deepEqual(mergeFileCounts(NOTHING_COUNTED, b), b);
});
