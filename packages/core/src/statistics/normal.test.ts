import assert from "node:assert/strict";
import { test } from "node:test";
import { normalCdf, normalQuantile } from "./normal.ts";

const near = (actual: number, wanted: number, relative = 1e-13): void =>
  assert.ok(Math.abs(actual - wanted) <= relative * Math.abs(wanted), `${actual} is not ${wanted}`);

test("printed values of the distribution", () => {
  // Abramowitz and Stegun, table 26.1.
  assert.equal(normalCdf(0), 0.5);
  near(normalCdf(1), 0.8413447460685429);
  near(normalCdf(2), 0.9772498680518208);
  near(normalCdf(-1), 1 - 0.8413447460685429);
  near(normalCdf(-3), 0.0013498980316300946, 1e-12);
  near(normalCdf(-6), 9.865876450376946e-10, 1e-12);
});

test("printed quantiles", () => {
  near(normalQuantile(0.975), 1.959963984540054);
  near(normalQuantile(0.95), 1.6448536269514722);
  near(normalQuantile(0.995), 2.5758293035489004);
  near(normalQuantile(0.0005), -3.2905267314919255);
});

test("each undoes the other, far into both tails", () => {
  for (let p = 0.0001; p < 1; p += 0.0007) near(normalCdf(normalQuantile(p)), p);
  for (const p of [1e-6, 1e-12, 1e-100, 1e-300]) near(normalCdf(normalQuantile(p)), p, 1e-9);
});

test("it rises, and series and fraction meet", () => {
  let before = 0;
  for (let z = -8; z <= 6; z += 0.01) {
    const now = normalCdf(z);
    assert.ok(now > before, `at ${z}`);
    before = now;
  }
});

test("0 and 1 have no quantile", () => {
  for (const p of [0, 1, -1, Number.NaN]) assert.throws(() => normalQuantile(p), RangeError);
});
