import { HoldpointError } from "./errors/holdpoint-error.ts";
import type { Decimal } from "./number/decimal.ts";
import { compareDecimals, formatDecimal, parseDecimal } from "./number/decimal.ts";

/** A share in percent, 0 to 100, with decimals as written: `90`, `"89.95"`. */
export type Percent = string | number;

const HUNDRED: Decimal = { units: 100n, scale: 0 };
const SHOWN_DECIMALS_MIN = 2;

/**
 * Whether `covered` of `total` is at least the threshold, in integers: covered × 100 ≥ threshold × total.
 * Null for 0 of 0, which is neither.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for a threshold that is no percentage
 * @throws RangeError for counts that are no counts
 * @example
 * meetsPercent(2071, 2072, 100); // false, although 99.95 % would be shown as 100 %
 */
export function meetsPercent(covered: number, total: number, thresholdPercent: Percent): boolean | null {
  const short = shortBy(covered, total, thresholdPercent);
  return short === null ? null : short === 0;
}

/**
 * The smallest number of further covered things that would meet the threshold; 0 when it is met, null for 0 of 0.
 *
 * @example
 * shortBy(893, 1000, 90); // 7
 */
export function shortBy(covered: number, total: number, thresholdPercent: Percent): number | null {
  assertCounts(covered, total);
  const { units, scale } = percentOf(thresholdPercent);
  if (total === 0) return null;
  const whole = 100n * 10n ** BigInt(scale);
  const needed = (units * BigInt(total) + whole - 1n) / whole;
  return Math.max(0, Number(needed) - covered);
}

/**
 * The share in percent, cut and never rounded up, with at least as many decimals as the threshold:
 * what is shown is below the threshold (and below 100) exactly when the counts are. `0 of 0` has no share.
 *
 * @example
 * formatPercent(2071, 2072); // "99.95%"
 * formatPercent(89957, 100000, "89.955"); // "89.957%"
 */
export function formatPercent(covered: number, total: number, thresholdPercent: Percent = 100): string {
  assertCounts(covered, total);
  const decimals = Math.max(SHOWN_DECIMALS_MIN, percentOf(thresholdPercent).scale);
  if (total === 0) return "0 of 0";
  const cut = (BigInt(covered) * 100n * 10n ** BigInt(decimals)) / BigInt(total);
  const digits = cut.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}

function percentOf(value: Percent): Decimal {
  const percent = parseDecimal(value);
  if (percent === null || percent.units < 0n || compareDecimals(percent, HUNDRED) > 0) {
    const shown = percent === null ? JSON.stringify(value) : formatDecimal(percent);
    throw new HoldpointError("HP-CONFIG-VALUE", `a share must be a number from 0 to 100, but is ${shown}`);
  }
  return percent;
}

function assertCounts(covered: number, total: number): void {
  const sound = Number.isSafeInteger(covered) && Number.isSafeInteger(total) && covered >= 0 && covered <= total;
  if (!sound) throw new RangeError(`${covered} of ${total} is no count`);
}
