import assert from "node:assert/strict";
import { test } from "node:test";
import { floorsOf } from "./floors.ts";
import { heap, terms } from "./series.test.ts";

const ten = terms({ windows: 10, windowsMin: 3, steadyFromMs: 100_000 });

test("each window gives its lowest reading, at its middle", () => {
  const { points } = heap({ seed: 0, saw: { bytes: 5000, everyS: 25 } });
  const floors = floorsOf(points, ten);
  assert.deepEqual(
    floors.groups.map((group) => group.map(([x]) => x)),
    [[125_000, 175_000, 225_000, 275_000, 325_000, 375_000, 425_000, 475_000, 525_000, 575_000]],
  );
  assert.ok(floors.groups.flat().every(([, y]) => y === 5e7));
  assert.deepEqual([floors.windows, floors.skipped, floors.steadyMs], [10, 0, 500_000]);
});

test("a fault skips the windows that it touches, and parts what is before from what is after", () => {
  const { points } = heap({ seed: 0 });
  const floors = floorsOf(points, { ...ten, faulted: [{ fromMs: 210_000, toMs: 260_000 }] });
  assert.deepEqual(
    floors.groups.map((group) => group.map(([x]) => x)),
    [
      [125_000, 175_000],
      [325_000, 375_000, 425_000, 475_000, 525_000, 575_000],
    ],
  );
  assert.deepEqual([floors.windows, floors.skipped], [8, 2]);
});

test("a window with too few readings gives no floor", () => {
  const sparse = heap({ seed: 0 }).points.filter(([atMs]) => atMs < 200_000 || atMs % 40_000 === 0);
  const floors = floorsOf(sparse, ten);
  assert.equal(floors.windows, 2);
  assert.equal(floors.skipped, 8);
});

test("the last reading belongs to the last window", () => {
  const points = [...heap({ seed: 0 }).points.slice(0, -1), [600_000, 1] as const];
  assert.equal(floorsOf(points, ten).groups.at(-1)?.at(-1)?.[1], 1);
});

test("nothing after warm-up is no window", () => {
  const floors = floorsOf(heap({ seed: 0 }).points, { ...ten, steadyFromMs: 700_000 });
  assert.deepEqual([floors.groups, floors.windows, floors.skipped, floors.steadyMs], [[], 0, 10, 0]);
  assert.equal(floorsOf([], ten).windows, 0);
});
