import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom, standardNormal } from "@holdpoint/testkit";
import { changePoints, HISTORY_MAX } from "./change-points.ts";

/** Levels one after the other, so many values each, with noise of 1. */
function history(seed: number, ...levels: readonly (readonly [count: number, level: number])[]): number[] {
  const chance = seededRandom(seed);
  return levels.flatMap(([count, level]) => Array.from({ length: count }, () => level + standardNormal(chance)));
}

const found = (values: readonly number[]): readonly number[] => changePoints(values).map(({ index }) => index);

test("a clean step is one change, with both levels", () => {
  const values = [...Array.from({ length: 10 }, () => 1), ...Array.from({ length: 10 }, () => 2)];
  assert.deepEqual(changePoints(values), [{ index: 10, before: 1, after: 2, p: 0 }]);
});

test("a step of five deviations is found where it is", () => {
  let clean = 0;
  for (let seed = 0; seed < 20; seed++) {
    const indexes = found(history(seed, [40, 10], [40, 15]));
    assert.ok(
      indexes.some((index) => Math.abs(index - 40) <= 1),
      `seed ${seed}: ${indexes.join()}`,
    );
    if (indexes.length === 1) clean += 1;
  }
  assert.ok(clean >= 18, `${clean} of 20 without a second one`);
});

test("several steps in a long history, across windows", () => {
  const points = changePoints(history(3, [60, 10], [70, 16], [55, 10]));
  assert.equal(points.length, 2);
  assert.ok(Math.abs((points[0]?.index ?? 0) - 60) <= 1 && Math.abs((points[1]?.index ?? 0) - 130) <= 1);
  assert.ok((points[0]?.after ?? 0) > 15 && (points[1]?.after ?? 99) < 11);
});

test("noise alone has hardly any, over many seeds", () => {
  const wrong = Array.from({ length: 60 }, (_, seed) => found(history(seed + 100, [150, 10])).length);
  const histories = wrong.filter((count) => count > 0).length;
  assert.ok(histories <= 12, `${histories} of 60`);
});

test("the newest value is never a change, and little tells nothing", () => {
  assert.deepEqual(found([...history(1, [40, 10]), 99]), []);
  for (const values of [[], [1], [1, 9], [1, 1, 9], Array.from({ length: 30 }, () => 7)])
    assert.deepEqual(found(values), []);
});

test("the same history gives the same changes", () => {
  const values = history(8, [50, 1], [50, 4]);
  assert.deepEqual(changePoints(values), changePoints([...values]));
});

test("what is no history is refused", () => {
  assert.throws(() => changePoints([1, Number.NaN]), RangeError);
  assert.throws(() => changePoints(Array.from({ length: HISTORY_MAX + 1 }, () => 1)), RangeError);
  assert.throws(() => changePoints([1, 2], { window: 3, pMax: 0.001 }), RangeError);
});
