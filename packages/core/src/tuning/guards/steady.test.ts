import assert from "node:assert/strict";
import { test } from "node:test";
import type { SteadyState } from "./steady.ts";
import { lookAtSteady, RESTLESS } from "./steady.ts";

const TERMS = { good: 2, frozen: 4 };

/** `1` for each frozen iteration. */
function frozen(iterations: string, terms: { good: number; frozen: number } | null = TERMS): string {
  let state: SteadyState = RESTLESS;
  return Array.from(iterations)
    .map((one) => {
      state = lookAtSteady(state, one === "+", terms);
      return state.left > 0 ? "1" : "0";
    })
    .join("");
}

test("two good iterations on end freeze four, the second of them included", () => {
  assert.equal(frozen("++-----"), "0111100");
  assert.equal(frozen("-+-+-+-"), "0000000");
  assert.equal(frozen("+"), "0");
});

test("as long as it stays good it stays frozen; afterwards it takes two good ones again", () => {
  assert.equal(frozen("+++++++++"), "011111111");
  assert.equal(frozen("++++----+-++"), "011110000001");
});

test("without terms nothing is frozen", () => {
  assert.equal(frozen("++++++", null), "000000");
});
