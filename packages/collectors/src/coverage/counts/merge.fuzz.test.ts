import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HITS_MAX, mergeHitCounts } from "./hit-counts.ts";
import { LineHitsBuilder } from "./line-hits.ts";
import type { Points } from "./points.ts";
import { mergePoints, PointsBuilder } from "./points.ts";

type Entry = readonly [line: number, key: number, order: number, isTaken: boolean];

const hits = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(0, 1, 5, 2 ** 53, HITS_MAX)), {
  maxLength: 30,
});
const entries = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2), fc.nat(3), fc.boolean()), {
  maxLength: 20,
});

function built(lines: readonly (readonly [number, number])[]): ReturnType<LineHitsBuilder["finish"]> {
  const builder = new LineHitsBuilder(true);
  for (const [line, count] of lines) builder.add(line, count);
  return builder.finish();
}

function points(all: readonly Entry[]): Points {
  const builder = new PointsBuilder();
  for (const [line, key, order, isTaken] of all) builder.add(line, key, order, isTaken);
  return builder.finish();
}

/** By place, whether each of its points was taken, in their order. */
function byPlace(all: readonly Entry[]): Map<string, boolean[]> {
  const places = new Map<string, boolean[]>();
  for (const [line, key, , isTaken] of all.toSorted((a, b) => a[2] - b[2])) {
    const place = `${line} ${key}`;
    places.set(place, [...(places.get(place) ?? []), isTaken]);
  }
  return places;
}

function shown(all: Points): Map<string, boolean[]> {
  const places = new Map<string, boolean[]>();
  for (let at = 0; at < all.length; at += 2) {
    const place = `${all[at]} ${(all[at + 1] ?? 0) >>> 1}`;
    places.set(place, [...(places.get(place) ?? []), ((all[at + 1] ?? 0) & 1) === 1]);
  }
  return places;
}

test("hits of two are the sum by line, as a map would have it", () => {
  fc.assert(
    fc.property(hits, hits, (a, b) => {
      const sums = new Map<number, number>();
      for (const [line, count] of [...a, ...b]) sums.set(line, Math.min((sums.get(line) ?? 0) + count, HITS_MAX));
      const expected = [...sums].sort(([one], [other]) => one - other).map(([, sum]) => sum);
      // The order of additions may only matter beyond 2^53.
      const merged = [...(mergeHitCounts(built(a), built(b)) ?? [])];
      assert.equal(merged.length, expected.length);
      merged.forEach((sum, index) => assert.ok(Math.abs(sum - (expected[index] ?? 0)) <= sum * 2 ** -51, `${index}`));
    }),
    { numRuns: 500 },
  );
});

test("points are built in the order of their places, and nothing of them is lost", () => {
  fc.assert(
    fc.property(entries, (all) => assert.deepEqual(shown(points(all)), byPlace(all))),
    { numRuns: 500 },
  );
});

test("merged points are taken where either was, one by one", () => {
  fc.assert(
    fc.property(entries, entries, (a, b) => {
      const merged = shown(mergePoints(points(a), points(b)));
      const [placesA, placesB] = [byPlace(a), byPlace(b)];
      assert.deepEqual(new Set(merged.keys()), new Set([...placesA.keys(), ...placesB.keys()]));
      for (const [place, taken] of merged) {
        const [inA, inB] = [placesA.get(place) ?? [], placesB.get(place) ?? []];
        const expected = Array.from(
          { length: Math.max(inA.length, inB.length) },
          (_, index) => inA[index] === true || inB[index] === true,
        );
        assert.deepEqual(taken, expected);
      }
      assert.deepEqual(mergePoints(points(b), points(a)), mergePoints(points(a), points(b)));
    }),
    { numRuns: 500 },
  );
});
