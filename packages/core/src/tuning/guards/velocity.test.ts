import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Spent } from "./velocity.ts";
import { isTooFast, spend, spentWithinHour } from "./velocity.ts";

function spentBy(changes: readonly (readonly [atMs: number, delta: number])[]): readonly Spent[] {
  return changes.reduce<readonly Spent[]>((spent, [atMs, delta]) => spend(spent, delta, atMs), []);
}

test("absolute changes add up, whichever way they go", () => {
  const spent = spentBy([
    [0, 2],
    [60_000, -3],
    [61_000, 1],
  ]);
  assert.equal(spentWithinHour(spent, 61_000), 6);
  assert.ok(!isTooFast(spent, 4, 61_000, 10));
  assert.ok(isTooFast(spent, 4.1, 61_000, 10));
  assert.ok(isTooFast(spent, -4.1, 61_000, 10));
});

test("after an hour it is forgotten, and not before", () => {
  const spent = spentBy([[1000, 5]]);
  assert.equal(spentWithinHour(spent, 3_600_000), 5);
  assert.equal(spentWithinHour(spent, 3_604_999), 5);
  assert.equal(spentWithinHour(spent, 3_605_000), 0);
});

test("a parameter without a limit may move as it likes; one with the limit 0 not at all", () => {
  assert.ok(!isTooFast(spentBy([[0, 1e9]]), 1e9, 0, undefined));
  assert.ok(isTooFast([], 0.001, 0, 0));
  assert.ok(!isTooFast([], 0, 0, 0));
});

test("tenths that add up to the limit are within it", () => {
  const spent = spentBy([
    [0, 0.1],
    [0, 0.1],
  ]);
  assert.ok(!isTooFast(spent, 0.1, 0, 0.3));
});

test("never less than the true sum of the hour, never more than that of five seconds longer, in few parts", () => {
  const change = fc.tuple(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (steps) => {
      let nowMs = 0;
      const made = steps.map(([afterMs, delta]) => [(nowMs += afterMs), delta] as const);
      const spent = spentBy(made);
      const sumSince = (fromMs: number): number =>
        made.filter(([atMs]) => atMs > fromMs).reduce((sum, [, delta]) => sum + Math.abs(delta), 0);
      const told = spentWithinHour(spent, nowMs);
      assert.ok(told >= sumSince(nowMs - 3_600_000), `${told}`);
      assert.ok(told <= sumSince(nowMs - 3_605_001), `${told}`);
      assert.ok(spent.length <= 722);
    }),
  );
});
