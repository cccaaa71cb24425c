import assert from "node:assert/strict";
import { test } from "node:test";
import { incompleteBeta } from "./incomplete-beta.ts";

const near = (actual: number, wanted: number, tolerance = 1e-13): void =>
  assert.ok(Math.abs(actual - wanted) <= tolerance, `${actual} is not ${wanted}`);

test("whole parameters: the sum of binomial terms", () => {
  for (const [n, p] of [
    [1, 0.5],
    [7, 0.3],
    [20, 0.95],
    [40, 0.01],
  ] as const) {
    let term = (1 - p) ** n;
    let atMost = 0;
    for (let k = 0; k < n; k++) {
      atMost += term;
      near(incompleteBeta(p, k + 1, n - k), 1 - atMost);
      term *= (((n - k) / (k + 1)) * p) / (1 - p);
    }
  }
});

test("it is symmetric, and 0 and 1 at the ends", () => {
  for (const x of [0.001, 0.2, 0.5, 0.77, 0.999])
    for (const [a, b] of [
      [0.5, 0.5],
      [2, 9],
      [300, 2],
      [1e5, 1e5],
    ] as const)
      near(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a), 1, 1e-9);
  assert.equal(incompleteBeta(0, 2, 3), 0);
  assert.equal(incompleteBeta(1, 2, 3), 1);
});

test("the arcsine law in closed form", () => {
  for (const x of [0.01, 0.25, 0.5, 0.9]) near(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)));
});

test("parameters of a long run converge", () => {
  near(incompleteBeta(0.5, 1e8, 1e8), 0.5, 1e-6);
  assert.ok(incompleteBeta(0.99, 0.99e9, 0.01e9 + 1e6) > 0.99);
});

test("what has no value is refused", () => {
  for (const [x, a, b] of [
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, Number.NaN],
  ] as const)
    assert.throws(() => incompleteBeta(x, a, b), RangeError);
});
