import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findRoot } from "./find-root.ts";

test("roots that are known", () => {
  const near = (actual: number, wanted: number): void => assert.ok(Math.abs(actual - wanted) <= 1e-10, `${actual}`);
  near(
    findRoot((x) => x * x - 2, 0, 2, 1e-12),
    Math.SQRT2,
  );
  near(findRoot(Math.cos, 1, 2, 1e-12), Math.PI / 2);
  near(
    findRoot((x) => Math.exp(x) - 5, -3, 10, 1e-12),
    Math.log(5),
  );
  near(
    findRoot((x) => (x - 1) ** 9, 0, 3, 1e-12),
    1,
  );
  assert.equal(
    findRoot((x) => x, 0, 5),
    0,
  );
  assert.equal(
    findRoot((x) => x - 5, 0, 5),
    5,
  );
});

test("a step is found as well as a line, within R's tolerance", () => {
  fc.assert(
    fc.property(fc.double({ min: -99, max: 99, noNaN: true }), fc.boolean(), (at, falls) => {
      const sign = falls ? -1 : 1;
      for (const f of [(x: number) => (x < at ? -1 : 1) * sign, (x: number) => (x - at) * sign])
        assert.ok(Math.abs(findRoot(f, -100, 100) - at) <= 1e-4);
    }),
  );
});

test("it is quicker than halving on what is smooth, and never much slower on a step", () => {
  const steps = (f: (x: number) => number): number => {
    let count = 0;
    findRoot(
      (x) => {
        count += 1;
        return f(x);
      },
      0,
      1e6,
      1e-9,
    );
    return count;
  };
  assert.ok(steps((x) => Math.sqrt(x) - 7) < 30, `${steps((x) => Math.sqrt(x) - 7)}`);
  // A line is met by the first straight guess: both ends, the guess, and one more beside it at most.
  assert.ok(steps((x) => x - 123.25) <= 5, `${steps((x) => x - 123.25)}`);
  assert.ok(steps((x) => (x < 1234.5 ? -1 : 1)) < 110);
});

test("without a change of sign there is no root to be found", () => {
  assert.throws(() => findRoot((x) => x * x + 1, -1, 1), RangeError);
  assert.throws(() => findRoot(() => Number.NaN, -1, 1), RangeError);
});
