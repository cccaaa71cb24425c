import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom, standardNormal } from "./random.ts";

test("the simulations draw what they say they draw", () => {
  const chance = seededRandom(7);
  const drawn = Array.from({ length: 20_000 }, () => standardNormal(chance));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
  assert.ok(Math.abs(mean) < 0.03, `mean ${mean}`);
  assert.ok(Math.abs(variance - 1) < 0.05, `variance ${variance}`);
});

test("a seed gives its numbers again, another one others", () => {
  const drawn = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
  assert.deepEqual(drawn(7), drawn(7));
  assert.notDeepEqual(drawn(7), drawn(8));
  assert.ok(drawn(7).every((value) => value >= 0 && value < 1));
});
