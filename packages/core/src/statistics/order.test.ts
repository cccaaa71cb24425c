import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { median, nearestRank, sorted } from "./order.ts";

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 30 });

test("the median of odd, even, one and no numbers", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([3, 1, 2, 10]), 2.5);
  assert.equal(median([7]), 7);
  assert.equal(median([]), null);
  assert.equal(median([1.7e308, 1.7e308]), 1.7e308);
});

test("numbers are sorted as numbers, and the input stays as it was", () => {
  const input = [10, 9, -1, 100];
  assert.deepEqual([...sorted(input)], [-1, 9, 10, 100]);
  assert.deepEqual(input, [10, 9, -1, 100]);
  assert.throws(() => sorted([1, Number.NaN]), RangeError);
});

test("nearest rank gives what was seen", () => {
  const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
  assert.equal(nearestRank(ten, 0.5), 5);
  assert.equal(nearestRank(ten, 0.9), 9);
  assert.equal(nearestRank(ten, 0.91), 10);
  assert.equal(nearestRank(ten, 0.01), 1);
  assert.equal(nearestRank([], 0.5), null);
  // 0.07 * 100 is 7.000000000000001
  assert.equal(
    nearestRank(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.07,
    ),
    7,
  );
});

test("as many are at or below the median as at or above", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const middle = median(values);
      assert.ok(middle !== null);
      assert.ok(values.filter((value) => value <= middle).length * 2 >= values.length);
      assert.ok(values.filter((value) => value >= middle).length * 2 >= values.length);
    }),
  );
});
