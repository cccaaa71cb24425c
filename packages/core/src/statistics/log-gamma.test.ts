import assert from "node:assert/strict";
import { test } from "node:test";
import { logGamma } from "./log-gamma.ts";

const near = (actual: number, wanted: number): void =>
  assert.ok(Math.abs(actual - wanted) <= 4e-15 * Math.max(1, Math.abs(wanted)), `${actual} is not ${wanted}`);

test("the logarithm of every factorial up to 100", () => {
  let logFactorial = 0;
  for (let n = 1; n <= 100; n++) {
    near(logGamma(n), logFactorial);
    logFactorial += Math.log(n);
  }
});

test("halves: gamma of one half is the root of pi, and each step multiplies", () => {
  near(logGamma(0.5), Math.log(Math.PI) / 2);
  for (let x = 0.5; x < 40; x += 0.5) near(logGamma(x + 1), logGamma(x) + Math.log(x));
});

test("a very large and a very small argument", () => {
  // gamma(x) = 1 / x - 0.5772… + …: Euler's constant is just seen
  near(logGamma(1e-10), -Math.log(1e-10) - 0.5772156649015329e-10);
  // 1e8!: n ln n - n + ln(2 pi n) / 2 + 1 / (12 n), with nothing left that a double could show
  near(logGamma(1e8 + 1), 1e8 * Math.log(1e8) - 1e8 + Math.log(2 * Math.PI * 1e8) / 2);
});

test("zero, negative numbers and NaN are refused", () => {
  for (const x of [0, -1, Number.NaN]) assert.throws(() => logGamma(x), RangeError);
});
