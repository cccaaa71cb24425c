/** An exact decimal number: `units / 10^scale`, with `scale` ≥ 0. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Digits before and after the point that are read; a JavaScript number never needs more than 324 of either. */
export const DECIMAL_DIGITS_MAX = 400;

const SHAPE = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]?\d{1,3}))?$/;

/**
 * Reads a number exactly as it is written; null for anything that is not a finite decimal number.
 * A JavaScript number is taken as its shortest text, so that 0.1 is one tenth.
 *
 * @example
 * parseDecimal("89.95"); // { units: 8995n, scale: 2 }
 * parseDecimal(Number.NaN); // null
 */
export function parseDecimal(value: string | number): Decimal | null {
  const match = SHAPE.exec(String(value));
  if (match === null) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > DECIMAL_DIGITS_MAX) return null;
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - shift;
  const units = sign === "-" ? -digits : digits;
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : reduced(units, scale);
}

function reduced(units: bigint, scale: number): Decimal {
  let left = units;
  let places = scale;
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places -= 1;
  }
  return { units: left, scale: places };
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = aligned(a, b);
  return left < right ? -1 : Number(left > right);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [left, right] = aligned(a, b);
  return reduced(left + right, Math.max(a.scale, b.scale));
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return reduced(a.units * b.units, a.scale + b.scale);
}

export function absoluteDecimal({ units, scale }: Decimal): Decimal {
  return { units: units < 0n ? -units : units, scale };
}

/**
 * Plain notation without trailing zeros and without an exponent.
 *
 * @example
 * formatDecimal({ units: -50n, scale: 1 }); // "-5"
 */
export function formatDecimal(value: Decimal): string {
  const { units, scale } = reduced(value.units, value.scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? "" : `.${digits.slice(digits.length - scale)}`;
  return `${units < 0n ? "-" : ""}${whole}${fraction}`;
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint] {
  const scale = Math.max(a.scale, b.scale);
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale)];
}
