import assert from "node:assert/strict";
import { test } from "node:test";
import { amountIn, countIn, durationIn, rateFits, wholeUs } from "./figures.ts";

const PLACE = { file: "f", line: 3, column: 1 };
const REFUSED = { code: "HP-READ-SYNTAX", place: PLACE };

test("figures are read strictly", () => {
  assert.equal(countIn("12", "x", PLACE), 12);
  assert.equal(amountIn("1.5e3", "x", PLACE), 1500);
  for (const text of ["", "-1", "NaN", "1,5", "Infinity", "0x10", " 1", "1e999"]) {
    assert.throws(() => amountIn(text, "x", PLACE), REFUSED, text);
    assert.throws(() => countIn(text, "x", PLACE), REFUSED, text);
  }
  for (const text of ["1.5", "9".repeat(20)]) assert.throws(() => countIn(text, "x", PLACE), REFUSED, text);
});

test("durations are read in every unit that wrk prints", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["635.00us", 0.635],
    ["1.25ms", 1.25],
    ["2.10s", 2100],
    ["1.50m", 90_000],
    ["1.00h", 3_600_000],
  ];
  for (const [text, ms] of cases) assert.equal(durationIn(text, "x", PLACE), ms, text);
  for (const text of ["1", "ms", "1 ms", "-1ms", "nanms"])
    assert.throws(() => durationIn(text, "x", PLACE), REFUSED, text);
});

test("microseconds are never fewer than was told", () => {
  assert.equal(wholeUs(40.1), 40_100);
  assert.equal(wholeUs(0.0011), 2);
  assert.equal(wholeUs(0), 0);
});

test("a rate, a time and a count are of one run within what was printed", () => {
  const steps = { perS: 0.01, s: 0.01 };
  assert.ok(rateFits(7015, 2336.61, 3, steps));
  assert.ok(!rateFits(7115, 2336.61, 3, steps));
  assert.ok(rateFits(0, 0, 3, steps));
});

test("figures go as far as they stay finite in every unit", () => {
  assert.equal(amountIn("1e18", "x", PLACE), 1e18);
  assert.throws(() => amountIn("1.1e18", "x", PLACE), REFUSED);
  assert.equal(countIn("9007199254740991", "x", PLACE), 9_007_199_254_740_991);
  assert.throws(() => countIn("9007199254740992", "x", PLACE), REFUSED);
  assert.equal(durationIn("1e18h", "x", PLACE), 3.6e24);
});

test("an error quotes no more of a figure than is of use", () => {
  const long = "9".repeat(5000);
  assert.throws(() => countIn(long, "requests", PLACE), { message: new RegExp(`requests is no count: 9{40}$`) });
  assert.throws(() => amountIn(`${long}x`, "the rate", PLACE), { message: /the rate is no number from 0: 9{40}$/ });
});
