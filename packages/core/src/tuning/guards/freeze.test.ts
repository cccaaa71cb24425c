import assert from "node:assert/strict";
import { test } from "node:test";
import type { FreezeState } from "./freeze.ts";
import { frozenBecause, lookAtFreeze } from "./freeze.ts";

const TERMS = { freezable: ["rebid", "rescue_taker"], never: ["edge"], minMs: 3000 };
const HARD = new Map([
  ["rebid", "latency"],
  ["rescue_taker", "latency"],
  ["edge", "latency"],
]);
const NONE = new Map<string, string>();

function frozen(state: FreezeState, nowMs: number): string[] {
  return ["edge", "rebid", "rescue_taker"].filter((name) => frozenBecause(state, name, nowMs, TERMS) !== null);
}

test("ancestors' row 13: a freeze is really made, and edge is never in it", () => {
  const state = lookAtFreeze({}, HARD, 0, TERMS);
  assert.deepEqual(frozen(state, 0), ["rebid", "rescue_taker"]);
  assert.deepEqual(Object.keys(state), ["rebid", "rescue_taker"]);
});

test("not even where a plan says both", () => {
  assert.deepEqual(lookAtFreeze({}, HARD, 0, { ...TERMS, freezable: ["edge"] }), {});
});

test("without a cause it ends, and not before the minimum", () => {
  const first = lookAtFreeze({}, HARD, 0, TERMS);
  const still = lookAtFreeze(first, NONE, 1000, TERMS);
  assert.deepEqual(frozen(still, 2999), ["rebid", "rescue_taker"]);
  assert.match(frozenBecause(still, "rebid", 2999, TERMS) ?? "", /latency, which is over; .* 3000 ms/);
  assert.deepEqual(frozen(still, 3000), []);
  assert.deepEqual(lookAtFreeze(still, NONE, 3000, TERMS), {});
});

test("one with a cause stays, whatever time has passed", () => {
  const first = lookAtFreeze({}, HARD, 0, TERMS);
  const later = lookAtFreeze(first, new Map([["rebid", "oscillation"]]), 60_000, TERMS);
  assert.deepEqual(frozen(later, 60_000), ["rebid"]);
  assert.equal(frozenBecause(later, "rebid", 90_000, TERMS), "oscillation");
});
