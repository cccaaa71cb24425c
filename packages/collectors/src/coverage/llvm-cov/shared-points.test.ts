import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { countPoints, mergePoints } from "../counts/points.ts";
import { SharedPoints } from "./shared-points.ts";
import type { Stretch } from "./tuples.ts";

const STRETCH: Stretch = { line: 3, column: 5, endLine: 4, endColumn: 2, fileId: 0, kind: 0 };
type Added = readonly [turn: number, patch: Partial<Stretch>, isTaken: boolean, way?: string, line?: number];

function pointsOf(interner: Interner, ...all: readonly Added[]): ReturnType<SharedPoints["finish"]> {
  const points = new SharedPoints();
  let last = 0;
  for (const [turn, patch, isTaken, way = "", line = 3] of all) {
    if (turn !== last) points.begin();
    last = turn;
    points.add(line, { ...STRETCH, ...patch }, way, isTaken);
  }
  return points.finish(interner);
}

function counted(...all: readonly Added[]): string {
  const { covered, total } = countPoints(pointsOf(new Interner(), ...all));
  return `${covered}/${total}`;
}

test("the same stretch of two functions is one point, taken where either took it", () => {
  assert.equal(counted([1, {}, false], [2, {}, true]), "1/1");
  assert.equal(counted([1, {}, true], [2, {}, false]), "1/1");
  assert.equal(counted([1, {}, false], [2, {}, false]), "0/1");
});

test("the same stretch twice in one function is two points, the first with the first", () => {
  assert.equal(counted([1, {}, true], [1, {}, false]), "1/2");
  assert.equal(counted([1, {}, true], [1, {}, false], [2, {}, false], [2, {}, true]), "2/2");
  assert.equal(counted([1, {}, true], [1, {}, false], [2, {}, true]), "1/2");
  assert.equal(counted([1, {}, false], [2, {}, false], [2, {}, false], [2, {}, true]), "1/3");
});

test("whatever differs makes another point, however large its numbers are", () => {
  const places: readonly Partial<Stretch>[] = [
    {},
    { column: 6 },
    { endLine: 5 },
    { endColumn: 3 },
    { column: 4_096 },
    { endColumn: 4_096 },
    { endLine: 9_000 },
    { line: 2 },
  ];
  assert.equal(counted(...places.map((patch): Added => [1, patch, true])), "8/8");
  assert.equal(counted([1, {}, true, "y"], [1, {}, true, "n"], [1, {}, true]), "3/3");
  assert.equal(counted([1, {}, true, "", 3], [1, {}, true, "", 7]), "2/2");
});

test("shards that share their numbers for texts are merged by place", () => {
  const interner = new Interner();
  const first = pointsOf(interner, [1, {}, true], [1, { column: 5_000 }, false], [1, {}, false]);
  const second = pointsOf(interner, [1, { column: 5_000 }, true], [1, {}, false], [2, {}, false]);
  for (const merged of [mergePoints(first, second), mergePoints(second, first)]) {
    assert.deepEqual(countPoints(merged), { covered: 2, total: 3 });
  }
});
