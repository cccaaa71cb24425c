import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandom, standardNormal } from "@holdpoint/testkit";
import type { Shift } from "./hodges-lehmann.ts";
import { pairedShift, SHIFT_SAMPLES_MAX, unpairedShift } from "./hodges-lehmann.ts";
import { median } from "./order.ts";

const shown = (shift: Shift | null): readonly string[] =>
  shift === null ? [] : [shift.shift, ...shift.interval, shift.confidence].map((value) => value.toFixed(3));

test("R's paired example: depression scales of nine patients", () => {
  // The data of R's help page of wilcox.test, Hollander and Wolfe example 3.1; the interval is theirs in example 3.3.
  const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
  const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
  const differences = second.map((value, index) => value - (first[index] ?? 0));
  assert.deepEqual(shown(pairedShift(differences, 0.95)), ["-0.460", "-0.786", "-0.010", "0.961"]);
});

test("R's unpaired example: permeability of the chorioamnion", () => {
  // The data of R's help page of wilcox.test, Hollander and Wolfe example 4.1; estimate 0.305, interval -0.15 to 0.76.
  const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  const early = [1.15, 0.88, 0.9, 0.74, 1.21];
  const result = unpairedShift(term, early, 0.95);
  assert.deepEqual(shown(result).slice(0, 3), ["0.305", "-0.150", "0.760"]);
  assert.ok((result?.confidence ?? 0) >= 0.95);
});

test("with ties, and with many, what R 4.2.2 prints to its last digit", () => {
  const near = (shift: Shift | null, wanted: readonly number[]): void => {
    const found = shift === null ? [] : [shift.shift, ...shift.interval, shift.confidence];
    for (const [at, value] of wanted.entries()) assert.ok(Math.abs((found[at] ?? 0) - value) < 1e-9, `${found[at]}`);
  };
  const tied = [3, -1, 4, 1, 5, -2, 6, 5, 3, 5, 8, 1];
  near(pairedShift(tied, 0.95), [3.00005803605, 1.00002798032, 5.00004177708, 0.95]);
  near(pairedShift(tied, 0.9), [3.00005803605, 1.5000305108, 4.99993293867, 0.9]);
  const x = [12, 15, 11, 15, 18, 12, 20, 14, 15, 13, 17, 11];
  const y = [10, 14, 12, 11, 13, 10, 15, 12, 16, 9];
  near(unpairedShift(x, y, 0.95), [2.00003393977, -3.39445398212e-6, 4.99998220597, 0.95]);
  const many = Array.from({ length: 60 }, (_, index) => (index + 1) ** 1.5 / 10);
  near(pairedShift(many, 0.95), [18.7330343446, 14.4940798912, 22.6652128869, 0.95]);
  const others = Array.from({ length: 55 }, (_, index) => (index + 1) * 0.7);
  near(unpairedShift(many, others, 0.95), [-1.30002057871, -6.27042086109, 3.83168406484, 0.95]);
});

const values = (length: number): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: length });

test("exact estimates are the medians that they are said to be", () => {
  fc.assert(
    fc.property(values(12), values(12), (x, y) => {
      const between = unpairedShift(x, y, 0.95);
      if (between?.method === "exact") {
        assert.equal(between.shift, median(x.flatMap((a) => y.map((b) => a - b))));
        const back = unpairedShift(y, x, 0.95);
        assert.ok(Math.abs(between.interval[0] + (back?.interval[1] ?? 0)) < 1e-9);
      }
      const own = pairedShift(x, 0.9);
      assert.ok(own !== null && own.interval[0] <= own.shift && own.shift <= own.interval[1]);
    }),
  );
});

test("the approximation goes on where counting out ends", () => {
  const chance = seededRandom(11);
  const x = Array.from({ length: 49 }, () => standardNormal(chance) + 1);
  const [exact, normal] = [pairedShift(x, 0.95), pairedShift([...x, 0], 0.95)];
  assert.deepEqual([exact?.method, normal?.method], ["exact", "normal"]);
  for (const end of [0, 1] as const)
    assert.ok(Math.abs((exact?.interval[end] ?? 0) - (normal?.interval[end] ?? 9)) < 0.12);
  const y = Array.from({ length: 49 }, () => standardNormal(chance));
  const [counted, approximated] = [unpairedShift(x, y, 0.95), unpairedShift([...x, x[0] ?? 0], y, 0.95)];
  assert.deepEqual([counted?.method, approximated?.method], ["exact", "normal"]);
  assert.ok(Math.abs((counted?.shift ?? 0) - (approximated?.shift ?? 9)) < 0.08);
});

test("ties, zeros and constants", () => {
  assert.deepEqual(shown(pairedShift([3, 3, 3, 3, 3, 3], 0.95)), ["3.000", "3.000", "3.000", "0.950"]);
  assert.deepEqual(shown(unpairedShift([5, 5, 5], [2, 2, 2], 0.95)), ["3.000", "3.000", "3.000", "0.900"]);
  // Zeros count: without them 2 would be the whole of it.
  assert.equal(pairedShift([0, 0, 0, 0, 0, 2], 0.95)?.shift.toFixed(3), "0.000");
  const tied = pairedShift([0, 0, 1, 1, 2, 2, 3, 3, -1, 1], 0.95);
  assert.ok(tied !== null && tied.interval[0] <= 0.5 && tied.interval[1] >= 1.5 && Math.abs(tied.shift - 1) < 0.51);
});

test("too few pairs say what confidence they really have", () => {
  assert.deepEqual(shown(pairedShift([1, 2, 3, 4, 6], 0.95)), ["3.000", "1.000", "6.000", "0.938"]);
  assert.deepEqual(shown(pairedShift([1, 1, 2, 3, 3], 0.95)), ["2.000", "1.000", "3.000", "0.938"]);
  assert.deepEqual(shown(pairedShift([3, 3, 3, 3, 3], 0.95)), ["3.000", "3.000", "3.000", "0.938"]);
  assert.deepEqual(shown(unpairedShift([5, 6, 6], [2, 2, 3], 0.95)).slice(1), ["2.000", "4.000", "0.900"]);
  assert.deepEqual(shown(pairedShift([7], 0.95)), ["7.000", "7.000", "7.000", "0.000"]);
  assert.equal(pairedShift([], 0.95), null);
  assert.equal(unpairedShift([1], [], 0.95), null);
});

test("NaN and too many are refused", () => {
  assert.throws(() => pairedShift([1, Number.NaN], 0.95), RangeError);
  const many = Array.from({ length: SHIFT_SAMPLES_MAX + 1 }, (_, index) => index);
  assert.throws(() => unpairedShift(many, [1], 0.95), RangeError);
});

test("the interval holds the true shift about as often as it says", () => {
  for (const [size, rounded] of [
    [12, false],
    [30, true],
  ] as const) {
    const chance = seededRandom(size);
    const draw = (shift: number): number => {
      const value = standardNormal(chance) + shift;
      return rounded ? Math.round(value * 10) / 10 : value;
    };
    let held = 0;
    for (let run = 0; run < 300; run++) {
      const x = Array.from({ length: size }, () => draw(0.5));
      const result = unpairedShift(
        x,
        Array.from({ length: size }, () => draw(0)),
        0.95,
      );
      if (result !== null && result.interval[0] <= 0.5 && 0.5 <= result.interval[1]) held += 1;
    }
    // Of 300 at 95 %: 285 with a deviation of 3.8; exact intervals hold a little more.
    assert.ok(held >= 270, `${held} of 300 for ${size}`);
  }
});
