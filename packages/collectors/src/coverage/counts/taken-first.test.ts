import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Points } from "./points.ts";
import { countPoints, PointsBuilder } from "./points.ts";
import { TakenFirstBuilder } from "./taken-first.ts";

/** Line, missed, taken. */
type Line = readonly [line: number, missed: number, taken: number];

function builtOf(builder: TakenFirstBuilder, lines: readonly Line[]): Points {
  for (const each of lines) builder.add(...each);
  return builder.finish();
}

/** The same, point for point. */
function expected(lines: readonly Line[]): Points {
  const builder = new PointsBuilder();
  for (const [line, missed, taken] of lines) {
    for (let at = 0; at < taken + missed; at += 1) builder.add(line, at, 0, at < taken);
  }
  return builder.finish();
}

test("the first points of each line are taken", () => {
  const builder = new TakenFirstBuilder();
  assert.deepEqual([...builtOf(builder, [[3, 1, 2]])], [3, 1, 3, 3, 3, 4]);
  assert.deepEqual([...builtOf(builder, [])], []);
  const lines: readonly Line[] = [
    [7, 0, 1],
    [9, 2, 0],
  ];
  assert.deepEqual([...builtOf(builder, lines)], [7, 1, 9, 0, 9, 2]);
});

test("what was handed out stays as it is", () => {
  const builder = new TakenFirstBuilder();
  const first = builtOf(builder, [[3, 0, 1]]);
  builtOf(builder, [[5, 1, 0]]);
  assert.deepEqual([...first], [3, 1]);
});

test("lines come out as they do point for point, in whatever order and however often", () => {
  const line = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }));
  const builder = new TakenFirstBuilder();
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, isSorted) => {
      const given = isSorted ? lines.toSorted(([a], [b]) => a - b) : lines;
      assert.deepEqual(builtOf(builder, given), expected(given));
    }),
    { numRuns: 500 },
  );
});

test("it grows with what it is given, in small steps and large ones", () => {
  const builder = new TakenFirstBuilder();
  const small = Array.from({ length: 3_000 }, (_, at): Line => [at + 1, 1, at % 3]);
  const lines: readonly Line[] = [...small, [5_000, 20_000, 30_000], [5_001, 1, 1]];
  const points = builtOf(builder, lines);
  assert.deepEqual(points, expected(lines));
  assert.deepEqual(countPoints(points), { covered: 33_001, total: 56_002 });
});
