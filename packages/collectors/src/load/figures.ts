import type { ErrorPlace, ToldLatency } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/** No tool's clock or rate comes near it, and in any unit it stays finite. */
export const AMOUNT_MAX = 1e18;

const UNITS_MS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A count as text; throws `HP-READ-SYNTAX`. */
export function countIn(text: string, what: string, place: ErrorPlace): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw new HoldpointError("HP-READ-SYNTAX", `${what} is no count: ${text.slice(0, 40)}`, place);
}

/** A number from 0 to `AMOUNT_MAX` as text; throws `HP-READ-SYNTAX` for NaN, a sign, or anything else. */
export function amountIn(text: string, what: string, place: ErrorPlace): number {
  const value = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value <= AMOUNT_MAX) return value;
  throw new HoldpointError("HP-READ-SYNTAX", `${what} is no number from 0: ${text.slice(0, 40)}`, place);
}

/** `1.25ms`, `3.00s`, `2.1m` as milliseconds, to the nanosecond. */
export function durationIn(text: string, what: string, place: ErrorPlace): number {
  const [, value = "", unit = ""] = /^(.*?)(us|ms|s|m|h)$/.exec(text) ?? [];
  return rounded(amountIn(value, what, place) * (UNITS_MS[unit] ?? 1));
}

/** To the nanosecond: what conversion between units adds is no measurement. */
export function rounded(ms: number): number {
  return Number(ms.toFixed(6));
}

/** Whole microseconds, upwards: what is cut off must not make it look faster. */
export function wholeUs(ms: number): number {
  return Math.ceil(rounded(ms * 1000));
}

/** Figures of a clock of which only some are told. */
export function toldOf(told: Partial<ToldLatency>): ToldLatency {
  return { count: null, min: null, mean: null, max: null, percentiles: [], ...told };
}

/** Whether a rate, a time and a count are of one run, as far as the digits that were printed can tell. */
export function rateFits(count: number, perS: number, seconds: number, steps: { perS: number; s: number }): boolean {
  const slack = perS * steps.s + seconds * steps.perS + steps.s * steps.perS + 0.5;
  return Math.abs(perS * seconds - count) <= slack;
}
