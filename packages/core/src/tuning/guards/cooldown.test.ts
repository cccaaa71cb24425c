import assert from "node:assert/strict";
import { test } from "node:test";
import { isCooling } from "./cooldown.ts";

test("a parameter is left alone for as many iterations as were declared", () => {
  const free = (cooldown: number): number[] => [5, 6, 7, 8].filter((iteration) => !isCooling(4, iteration, cooldown));
  assert.deepEqual(free(0), [5, 6, 7, 8]);
  assert.deepEqual(free(1), [6, 7, 8]);
  assert.deepEqual(free(3), [8]);
  assert.deepEqual(free(4), []);
});

test("what never changed need not rest", () => {
  assert.ok(!isCooling(undefined, 1, 100));
});
