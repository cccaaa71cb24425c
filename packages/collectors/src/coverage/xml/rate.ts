import type { Count } from "@holdpoint/core";

const RATE = /^(?:[0-9]+)(?:\.([0-9]+))?(?:[eE][-+]?[0-9]{1,3})?$/;
const DIGITS_MAX = 400;

/**
 * Whether a printed rate, `0.9875`, is that of a count. Printing may round or cut off, and leaves out zeros at the
 * end: up to three digits stand for two, more for four. Of 0 of 0 any rate is right; what is no number never is.
 */
export function isRateOf(printed: string, { covered, total }: Count): boolean {
  if (total === 0) return true;
  const found = printed.length > DIGITS_MAX ? null : RATE.exec(printed);
  if (found === null) return false;
  const digits = found[1]?.length ?? 0;
  const slack = digits > 3 ? 0.000_1 : digits > 0 ? 0.01 : 0.005;
  return Math.abs(Number(printed) - covered / total) <= slack + Number.EPSILON;
}
