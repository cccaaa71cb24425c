import assert from "node:assert/strict";
import { test } from "node:test";
import type { IntervalEnd } from "./wilcoxon-distribution.ts";
import { rankSumEnd, signedRankEnd } from "./wilcoxon-distribution.ts";

function* subsets(n: number): Generator<readonly number[]> {
  for (let bits = 0; bits < 2 ** n; bits++)
    yield Array.from({ length: n }, (_, index) => index + 1).filter((rank) => bits & (1 << (rank - 1)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function assertQuantile(all: readonly number[], p: number, found: IntervalEnd): void {
  const atMost = (value: number): number => all.filter((one) => one <= value).length / all.length;
  assert.ok(atMost(found.rank) >= p - 1e-12, `${found.rank} for ${p}`);
  assert.ok(found.rank === 1 || atMost(found.rank - 1) < p, `${found.rank} for ${p}`);
  assert.ok(Math.abs(found.below - atMost(found.rank - 1)) < 1e-12);
}

test("signed ranks: every choice of signs of eight", () => {
  const all = [...subsets(8)].map(sum);
  for (const p of [0.001, 0.005, 0.025, 0.05, 0.3, 0.5, 0.99]) assertQuantile(all, p, signedRankEnd(8, p));
});

test("rank sums: every choice of four ranks of nine", () => {
  const all = [...subsets(9)].filter(({ length }) => length === 4).map((ranks) => sum(ranks) - 10);
  assert.equal(all.length, 126);
  for (const p of [0.005, 0.025, 0.1, 0.5, 0.99]) {
    assertQuantile(all, p, rankSumEnd(4, 5, p));
    assertQuantile(all, p, rankSumEnd(5, 4, p));
  }
});

test("printed critical values", () => {
  // Hollander and Wolfe, tables A.4 and A.6: the largest value that leaves at most 2.5 % below or at it, and one.
  assert.equal(signedRankEnd(9, 0.025).rank, 6);
  assert.equal(signedRankEnd(20, 0.025).rank, 53);
  assert.equal(rankSumEnd(10, 5, 0.025).rank, 9);
  assert.equal(rankSumEnd(20, 20, 0.025).rank, 128);
});

test("the largest that are counted out are symmetric: half lie below the middle", () => {
  const { rank, below } = rankSumEnd(49, 49, 0.5);
  assert.ok(Math.abs(rank - 1200) <= 1 && below < 0.5 && below > 0.49, `${rank} ${below}`);
});
