import type { CliffsDelta } from "./cliffs-delta.ts";
import { cliffsDelta } from "./cliffs-delta.ts";
import type { Shift } from "./hodges-lehmann.ts";
import { SHIFT_SAMPLES_MAX, unpairedShift } from "./hodges-lehmann.ts";
import { median } from "./order.ts";
import { withoutOutliers } from "./outliers.ts";

export interface CanaryTerms {
  /** The way in which the metric gets worse. */
  readonly worse: "rise" | "fall" | "either";
  /** The larger of the two is let through: percent of the baseline's median, and in the metric's unit. */
  readonly tolerancePercent: number;
  readonly toleranceBy: number;
  /** Cliff's delta below which a shift is none; 0: any. */
  readonly effectMin: number;
  /** `drop`: values beyond three times the middle half of their own series. */
  readonly outliers: "keep" | "drop";
  /** What a value that is missing means. There is no way in which missing data passes. */
  readonly missing: "inconclusive" | "fail";
  /** Share that may be missing on either side; what is missing then is left out. */
  readonly missingShareMax: number;
  readonly samplesMin: number;
  readonly confidence: number;
}

export const CANARY_DEFAULTS: Omit<CanaryTerms, "worse"> = {
  tolerancePercent: 10,
  toleranceBy: 0,
  effectMin: 0.147,
  outliers: "keep",
  missing: "inconclusive",
  missingShareMax: 0.05,
  samplesMin: 10,
  confidence: 0.95,
};

export interface CanaryResult {
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly reason: string;
  readonly shift: Shift | null;
  readonly effect: CliffsDelta | null;
  readonly tolerance: number | null;
  /** Left out on both sides together. */
  readonly missing: number;
  readonly outliers: number;
}

type Series = readonly (number | null)[];

/**
 * Judges one metric of a canary against its baseline of the same time. It fails where the shift for the worse is
 * beyond the tolerance, its interval wholly on that side of 0 and its effect large enough; it passes where the
 * interval ends within the tolerance; all else is inconclusive. Series are values a minute or so, not requests: what
 * follows closely on one another is not independent.
 *
 * @throws RangeError for terms that nothing can be judged by
 * @example
 * const [old, fresh] = [[1, 2, 1, 3, 2, 1, 2, 2, 3, 1], [9, 8, 9, 7, 9, 8, 8, 9, 7, 8]];
 * judgeCanary({ baseline: old, canary: fresh }, { ...CANARY_DEFAULTS, worse: "rise" }).outcome; // "fail"
 */
export function judgeCanary(
  { baseline, canary }: { readonly baseline: Series; readonly canary: Series },
  terms: CanaryTerms,
): CanaryResult {
  assertTerms(terms);
  const [then, now] = [known(baseline), known(canary)];
  const missing = baseline.length + canary.length - then.length - now.length;
  const none = { shift: null, effect: null, tolerance: null, missing, outliers: 0 };
  const gaps = [
    ["baseline", baseline, then],
    ["canary", canary, now],
  ] as const;
  for (const [name, series, there] of gaps) {
    const absent = series.length - there.length;
    if (series.length === 0 || absent > series.length * terms.missingShareMax) {
      const reason = `${absent} of ${series.length} values of the ${name} are missing`;
      return { outcome: terms.missing, reason, ...none };
    }
  }
  const [before, after] = terms.outliers === "drop" ? [withoutOutliers(then), withoutOutliers(now)] : [then, now];
  const outliers = then.length + now.length - before.length - after.length;
  const fewest = Math.min(before.length, after.length);
  if (fewest < terms.samplesMin || Math.max(before.length, after.length) > SHIFT_SAMPLES_MAX) {
    const wanted = `${terms.samplesMin} to ${SHIFT_SAMPLES_MAX} are needed`;
    const reason = `${before.length} and ${after.length} values, ${wanted}`;
    return { outcome: "inconclusive", reason, ...none, outliers };
  }
  const shift = unpairedShift(after, before, terms.confidence);
  const effect = cliffsDelta(after, before);
  if (shift === null || effect === null) return { outcome: "inconclusive", reason: "no values", ...none, outliers };
  const tolerance = Math.max((Math.abs(median(before) ?? 0) * terms.tolerancePercent) / 100, terms.toleranceBy);
  return { ...judged(shift, effect, tolerance, terms), shift, effect, tolerance, missing, outliers };
}

function judged(
  { shift, interval: [low, high] }: Shift,
  { delta, magnitude }: CliffsDelta,
  tolerance: number,
  { worse, effectMin }: CanaryTerms,
): Pick<CanaryResult, "outcome" | "reason"> {
  const text = [shift, low, high, tolerance].map((value) => Number(value.toPrecision(4)));
  const reason = `shifted by ${text[0]} (${text[1]} to ${text[2]}), ${text[3]} may be, effect ${magnitude}`;
  const matters = Math.abs(delta) >= effectMin;
  const rose = worse !== "fall" && low > 0 && shift > tolerance;
  const fell = worse !== "rise" && high < 0 && shift < -tolerance;
  if ((rose || fell) && matters) return { outcome: "fail", reason };
  const within = (worse === "fall" || high <= tolerance) && (worse === "rise" || low >= -tolerance);
  return within ? { outcome: "pass", reason } : { outcome: "inconclusive", reason: `${reason}: not to be told yet` };
}

function known(series: Series): readonly number[] {
  return series.filter((value): value is number => value !== null && Number.isFinite(value));
}

function assertTerms(terms: CanaryTerms): void {
  const shares = [terms.effectMin, terms.missingShareMax].every((share) => share >= 0 && share < 1);
  const sound = terms.tolerancePercent >= 0 && terms.toleranceBy >= 0 && terms.samplesMin >= 5;
  if (!shares || !sound || !(terms.confidence > 0 && terms.confidence < 1))
    throw new RangeError(`no canary is judged by ${JSON.stringify(terms)}`);
}
