import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ranksOf } from "./ranks.ts";

test("equal values share the mean of their ranks", () => {
  const { ranks, ties } = ranksOf([10, 30, 20, 20, 5, 20]);
  assert.deepEqual([...ranks], [2, 6, 4, 4, 1, 4]);
  assert.equal(ties, 24);
  assert.deepEqual([...ranksOf([]).ranks], []);
});

test("ranks add up whatever the ties, and keep the order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (values) => {
      const { ranks, ties } = ranksOf(values);
      assert.equal(
        ranks.reduce((sum, rank) => sum + rank, 0),
        (values.length * (values.length + 1)) / 2,
      );
      assert.equal(ties === 0, new Set(values).size === values.length);
      for (const [a, first] of values.entries())
        for (const [b, second] of values.entries())
          assert.equal(Math.sign(first - second), Math.sign((ranks[a] ?? 0) - (ranks[b] ?? 0)));
    }),
  );
});
