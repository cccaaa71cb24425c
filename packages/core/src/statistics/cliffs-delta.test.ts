import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cliffsDelta } from "./cliffs-delta.ts";

test("apart, the same, and by hand", () => {
  assert.deepEqual(cliffsDelta([4, 5, 6], [1, 2, 3]), { delta: 1, magnitude: "large" });
  assert.deepEqual(cliffsDelta([1, 2, 3], [1, 2, 3]), { delta: 0, magnitude: "negligible" });
  // Larger 7, smaller 1, equal 1 of 9.
  assert.equal(cliffsDelta([10, 11, 12], [1, 2, 11])?.delta.toFixed(3), "0.667");
  assert.equal(cliffsDelta([], [1]), null);
  assert.equal(cliffsDelta([1], []), null);
  assert.throws(() => cliffsDelta([Number.NaN], [1]), RangeError);
});

test("magnitudes at their limits", () => {
  const hundred = (above: number): readonly number[] =>
    Array.from({ length: 100 }, (_, index) => (index < above ? 3 : 2));
  const named = (above: number): string | undefined => cliffsDelta(hundred(above), [2])?.magnitude;
  assert.deepEqual([14, 15, 32, 33, 47, 48].map(named), ["negligible", "small", "small", "medium", "medium", "large"]);
});

test("it is the count over all pairs, and turns with its arguments", () => {
  const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(values, values, (x, y) => {
      const all = x.flatMap((a) => y.map((b) => Math.sign(a - b)));
      const wanted = all.reduce((sum: number, one) => sum + one, 0) / all.length;
      assert.equal(cliffsDelta(x, y)?.delta, wanted);
      assert.equal((cliffsDelta(y, x)?.delta ?? 9) + wanted, 0);
    }),
  );
});
