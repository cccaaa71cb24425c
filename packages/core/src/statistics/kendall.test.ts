import assert from "node:assert/strict";
import { test } from "node:test";
import { kendallProbability, kendallVariance, lowerSlopeRank, tiesOf } from "./kendall.ts";

const one = (n: number, ...ties: readonly number[]): Parameters<typeof kendallVariance>[0] => ({
  sizes: [n],
  ties: [ties],
});

function* orders(rest: readonly number[], taken: readonly number[] = []): Generator<readonly number[]> {
  if (rest.length === 0) yield taken;
  for (const [index, value] of rest.entries()) yield* orders(rest.toSpliced(index, 1), [...taken, value]);
}

function sOf(values: readonly number[]): number {
  return values.reduce((sum, y, at) => sum + values.slice(0, at).reduce((part, x) => part + Math.sign(y - x), 0), 0);
}

test("probabilities and ranks agree with every order of six", () => {
  const all = [...orders([1, 2, 3, 4, 5, 6])].map(sOf);
  assert.equal(all.length, 720);
  for (const s of new Set(all)) {
    const asFar = all.filter((other) => Math.abs(other) >= Math.abs(s)).length / all.length;
    assert.ok(Math.abs(kendallProbability(one(6), s) - asFar) < 1e-12, `S ${s}`);
  }
  for (const outside of [0.001, 0.01, 0.05, 0.2]) {
    const rank = lowerSlopeRank(one(6), 15, outside);
    const fewer = (k: number): number => all.filter((s) => (15 - s) / 2 < k).length / all.length;
    assert.ok(fewer(rank) <= outside && fewer(rank + 1) > outside, `${outside}: ${rank}`);
  }
});

test("the variance is that of all orders, also with equal values", () => {
  for (const values of [
    [1, 2, 3, 4, 5, 6],
    [1, 1, 2, 3, 3, 3],
  ]) {
    const all = [...orders(values)].map(sOf);
    const variance = all.reduce((sum, s) => sum + s * s, 0) / all.length;
    assert.ok(Math.abs(kendallVariance({ sizes: [6], ties: [tiesOf(values)] }) - variance) < 1e-9);
  }
});

test("groups add up", () => {
  assert.equal(
    kendallVariance({ sizes: [6, 9], ties: [[], [2]] }),
    kendallVariance(one(6)) + kendallVariance(one(9, 2)),
  );
});

test("beyond 49, and with equal values, the normal approximation goes on where the exact one stops", () => {
  const exact = kendallProbability(one(49), 236);
  const tied = kendallProbability(one(49, 2), 236);
  assert.ok(Math.abs(exact - tied) < 0.002, `${exact} and ${tied}`);
  assert.ok(Math.abs(lowerSlopeRank(one(49), 1176, 0.025) - lowerSlopeRank(one(49, 2), 1176, 0.025)) <= 3);
  assert.equal(kendallProbability(one(5, 5), 0), 1);
  assert.equal(lowerSlopeRank(one(3, 2), 3, 0.025), 0);
});

test("sets of equal values", () => {
  assert.deepEqual(tiesOf([3, 1, 3, 2, 1, 3]), [3, 2]);
  assert.deepEqual(tiesOf([]), []);
});
