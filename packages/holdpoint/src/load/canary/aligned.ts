import type { EvenSeries } from "./source.ts";

type Values = readonly (number | null)[];

/** Two series whose values are so far apart at most have the same distance. */
const STEP_SHARE = 0.1;

/**
 * Two series of the same length: what the shorter one lacks at its end is missing there, as when a canary died halfway.
 *
 * @returns why they cannot be laid side by side, where they cannot
 */
export function aligned(
  baseline: EvenSeries,
  canary: EvenSeries,
): { readonly baseline: Values; readonly canary: Values } | string {
  const [then, now] = [baseline.stepMs, canary.stepMs];
  if (then !== null && now !== null && Math.abs(then - now) > STEP_SHARE * Math.max(then, now))
    return `a value every ${Math.round(then)} ms in the baseline, every ${Math.round(now)} ms in the candidate`;
  const length = Math.max(baseline.values.length, canary.values.length);
  return { baseline: padded(baseline.values, length), canary: padded(canary.values, length) };
}

function padded(values: Values, length: number): Values {
  return [...values, ...Array.from({ length: length - values.length }, () => null)];
}
