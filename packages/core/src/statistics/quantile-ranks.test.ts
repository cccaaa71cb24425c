import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { quantileRanks } from "./quantile-ranks.ts";

/** P(B = k) for k from 0 to n, by the recurrence from the middle. */
function binomial(n: number, p: number): number[] {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const terms = Array.from({ length: n + 1 }, () => 0);
  terms[mode] = 1;
  for (let k = mode; k < n; k++) terms[k + 1] = ((terms[k] ?? 0) * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k--) terms[k - 1] = ((terms[k] ?? 0) * k * (1 - p)) / ((n - k + 1) * p);
  const sum = terms.reduce((total, term) => total + term, 0);
  return terms.map((term) => term / sum);
}

const sumOf = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

test("the printed table for the median, 95 %", () => {
  // Ranks of the sign test's interval: Conover, table A3 with p = 0.5.
  const table = { 6: [1, 6], 8: [1, 8], 9: [2, 8], 10: [2, 9], 15: [4, 12], 20: [6, 15], 25: [8, 18] } as const;
  for (const [n, [low, high]] of Object.entries(table))
    assert.deepEqual(quantileRanks(Number(n), 0.5, 0.95), { low, high }, n);
  assert.deepEqual(quantileRanks(100, 0.5, 0.95), { low: 40, high: 61 });
});

test("too few samples have no interval", () => {
  for (const n of [0, 1, 5]) assert.equal(quantileRanks(n, 0.5, 0.95), null, `${n}`);
  // The largest of n lies above the p99 with 97.5 % only from 368 on: 0.99^368 < 0.025.
  assert.equal(quantileRanks(367, 0.99, 0.95), null);
  assert.equal(quantileRanks(368, 0.99, 0.95)?.high, 368);
  assert.equal(quantileRanks(367, 0.01, 0.95), null);
  assert.equal(quantileRanks(368, 0.01, 0.95)?.low, 1);
});

test("each end leaves at most half outside, and one rank nearer would leave more", () => {
  const cases = fc.record({
    n: fc.integer({ min: 1, max: 400 }),
    quantile: fc.integer({ min: 5, max: 995 }).map((share) => share / 1000),
    confidence: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
  });
  fc.assert(
    fc.property(cases, ({ n, quantile, confidence }) => {
      const ranks = quantileRanks(n, quantile, confidence);
      const terms = binomial(n, quantile);
      const below = (rank: number): number => sumOf(terms.slice(0, rank));
      const from = (rank: number): number => sumOf(terms.slice(rank));
      const [outside, slack] = [(1 - confidence) / 2, 1e-11];
      if (ranks === null) return assert.ok(below(1) > outside - slack || from(n) > outside - slack);
      const { low, high } = ranks;
      assert.ok(low >= 1 && high <= n && low < high);
      assert.ok(below(low) <= outside + slack && from(high) <= outside + slack);
      assert.ok(below(low + 1) > outside - slack && from(high - 1) > outside - slack);
    }),
  );
});

test("a long run is as quick as a short one, and near the normal approximation", () => {
  const n = 86_400_000;
  const ranks = quantileRanks(n, 0.99, 0.95);
  assert.ok(ranks !== null);
  const half = 1.959964 * Math.sqrt(n * 0.99 * 0.01);
  assert.ok(Math.abs(ranks.low - (n * 0.99 - half)) < 3);
  assert.ok(Math.abs(ranks.high - (n * 0.99 + half)) < 3);
});

test("what is no count and no share is refused", () => {
  for (const [n, quantile, confidence] of [
    [-1, 0.5, 0.95],
    [1.5, 0.5, 0.95],
    [10, 0, 0.95],
    [10, 1, 0.95],
    [10, 0.5, 1],
    [10, Number.NaN, 0.95],
  ] as const)
    assert.throws(() => quantileRanks(n, quantile, confidence), RangeError);
});
