import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Decimal } from "./decimal.ts";
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
} from "./decimal.ts";

function decimal(value: string | number): Decimal {
  const parsed = parseDecimal(value);
  assert.ok(parsed !== null, String(value));
  return parsed;
}

const text = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(20))
  .map(([units, scale]) => formatDecimal({ units, scale }));

test("numbers are read exactly as they are written", () => {
  assert.deepEqual(parseDecimal("89.95"), { units: 8995n, scale: 2 });
  assert.deepEqual(parseDecimal(0.1), { units: 1n, scale: 1 });
  assert.deepEqual(parseDecimal("-007.50"), { units: -75n, scale: 1 });
  assert.deepEqual(parseDecimal("+3"), { units: 3n, scale: 0 });
  assert.deepEqual(parseDecimal(1e21), { units: 10n ** 21n, scale: 0 });
  assert.deepEqual(parseDecimal(1e-7), { units: 1n, scale: 7 });
  assert.deepEqual(parseDecimal(-0), { units: 0n, scale: 0 });
  assert.deepEqual(parseDecimal("0.000"), { units: 0n, scale: 0 });
});

test("what is no finite decimal number is refused", () => {
  const wrong = [
    "",
    " ",
    "1 ",
    "1.",
    ".5",
    "1,5",
    "1_000",
    "0x10",
    "NaN",
    "Infinity",
    "--1",
    "1e",
    "1e9999",
    "１",
    "9".repeat(401),
  ];
  for (const value of [...wrong, Number.NaN, Infinity, -Infinity])
    assert.equal(parseDecimal(value), null, String(value));
});

test("one tenth and two tenths are three tenths", () => {
  assert.equal(compareDecimals(addDecimals(decimal(0.1), decimal(0.2)), decimal(0.3)), 0);
  assert.equal(formatDecimal(multiplyDecimals(decimal("1.15"), decimal("100"))), "115");
  assert.equal(formatDecimal(absoluteDecimal(decimal("-0.50"))), "0.5");
});

test("every finite number survives reading and writing", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      assert.equal(Number(formatDecimal(decimal(value))), value === 0 ? 0 : value);
    }),
  );
});

test("comparing agrees with the numbers", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (a, b) => {
        assert.equal(compareDecimals(decimal(a), decimal(b)), a < b ? -1 : Number(a > b));
      },
    ),
  );
});

test("adding and taking away again changes nothing, at any scale", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const minusB = multiplyDecimals(decimal(b), decimal("-1"));
      assert.equal(formatDecimal(addDecimals(addDecimals(decimal(a), decimal(b)), minusB)), a);
    }),
  );
});
