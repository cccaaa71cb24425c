import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Change } from "./change.ts";
import { isOscillating } from "./oscillation.ts";

/** One change an iteration, from iteration 1. */
function history(...deltas: readonly number[]): Change[] {
  return deltas.map((delta, index) => ({ iteration: index + 1, atMs: index * 1000, delta }));
}

const ONCE = { window: 8, signChanges: 1 };
const TWICE = { window: 8, signChanges: 2 };

test("ancestors' row 13: a monotone ramp is no oscillation", () => {
  assert.ok(!isOscillating(history(1, 1, 1, 1, 1, 1), 1, 7, ONCE));
  assert.ok(!isOscillating(history(-1, -3, -0.5), -1, 4, ONCE));
});

test("A-B-A is one", () => {
  assert.ok(isOscillating(history(2, -2), 0, 3, ONCE));
  assert.ok(isOscillating(history(2), -2, 2, ONCE), "the way back is not taken");
  assert.ok(isOscillating(history(2), -1, 2, ONCE), "nor a part of it");
});

test("as many reversals as are allowed", () => {
  assert.ok(!isOscillating(history(2), -2, 2, TWICE));
  assert.ok(isOscillating(history(2, -2), 2, 3, TWICE));
  assert.ok(!isOscillating(history(2, -2), -2, 3, TWICE));
});

test("what lies behind the window has been forgotten", () => {
  assert.ok(isOscillating(history(2), -2, 8, ONCE));
  assert.ok(!isOscillating(history(2), -2, 9, ONCE));
});

test("a leaf that did not move has no sign", () => {
  assert.ok(!isOscillating(history(1, 0, 1, 0), 1, 5, ONCE));
  assert.ok(isOscillating(history(1, 0, 0), -1, 4, ONCE));
});

test("deltas of one sign never oscillate, and strictly alternating ones do as soon as there are enough", () => {
  const size = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 20 }), fc.constantFrom(1, -1), (sizes, sign) => {
      const terms = { window: 100, signChanges: 3 };
      const ramp = history(...sizes.map((one) => one * sign));
      assert.ok(!isOscillating(ramp, sign, 21, terms));
      const zigzag = history(...sizes.map((one, index) => (index % 2 === 0 ? one : -one)));
      assert.equal(isOscillating(zigzag, 0, 21, terms), sizes.length > 3);
    }),
  );
});
