import type { CliffsDelta } from "./cliffs-delta.ts";
import { cliffsDelta } from "./cliffs-delta.ts";
import type { Shift } from "./hodges-lehmann.ts";
import { pairedShift, SHIFT_SAMPLES_MAX } from "./hodges-lehmann.ts";
import { median } from "./order.ts";

/** A figure of baseline and candidate out of one block: two runs or slices that followed one another. */
export interface RunPair {
  readonly baseline: number | null;
  readonly candidate: number | null;
}

export interface CompareTerms {
  readonly better: "lower" | "higher";
  /** Less than both of them is no difference that matters: percent of the baseline, and in the figure's own unit. */
  readonly relevantPercent: number;
  readonly relevantBy: number;
  readonly confidence: number;
  /** Fewer decide nothing; 5 at least. */
  readonly pairsMin: number;
}

export const COMPARE_DEFAULTS: Pick<CompareTerms, "confidence" | "pairsMin"> = { confidence: 0.95, pairsMin: 5 };

const PAIRS_MIN = 5;

export interface RunComparison {
  readonly outcome: "better" | "same" | "worse" | "inconclusive";
  readonly reason: string;
  readonly pairs: number;
  /** Median of the baseline. */
  readonly baseline: number | null;
  /** Candidate less baseline. */
  readonly shift: Shift | null;
  /** Cliff's delta of the candidate against the baseline. */
  readonly effect: CliffsDelta | null;
  /** The difference that matters, in the figure's unit. */
  readonly relevant: number | null;
}

/**
 * Compares a candidate with its baseline block by block. Worse (or better) takes all of: the whole interval on that
 * side of 0, and an estimate beyond the difference that matters; the same takes an interval within it. All else,
 * too few pairs, and any value that is missing are inconclusive. That a difference is significant never decides alone.
 *
 * @throws RangeError for terms that nothing can be judged by
 * @example
 * const pairs = [10, 11, 10, 12, 11].map((ms) => ({ baseline: ms, candidate: ms + 5 }));
 * compareRuns(pairs, { ...COMPARE_DEFAULTS, better: "lower", relevantPercent: 5, relevantBy: 2 }).outcome; // "worse"
 */
export function compareRuns(pairs: readonly RunPair[], terms: CompareTerms): RunComparison {
  const { better, relevantPercent, relevantBy, confidence, pairsMin } = terms;
  if (!(relevantPercent >= 0 && relevantBy >= 0 && confidence > 0 && confidence < 1 && pairsMin >= PAIRS_MIN))
    throw new RangeError(`nothing is compared by ${JSON.stringify(terms)}`);
  const none = { pairs: pairs.length, baseline: null, shift: null, effect: null, relevant: null };
  const open = (reason: string): RunComparison => ({ outcome: "inconclusive", reason, ...none });
  const whole = pairs.filter(isWhole);
  if (whole.length < pairs.length) return open(`${pairs.length - whole.length} of ${pairs.length} pairs miss a value`);
  if (whole.length < pairsMin) return open(`${whole.length} pairs, ${pairsMin} are needed`);
  if (whole.length > SHIFT_SAMPLES_MAX) return open(`${whole.length} pairs are more than ${SHIFT_SAMPLES_MAX}`);
  const [then, now] = [whole.map((pair) => pair.baseline), whole.map((pair) => pair.candidate)];
  const baseline = median(then) ?? 0;
  const relevant = Math.max((Math.abs(baseline) * relevantPercent) / 100, relevantBy);
  const shift = pairedShift(
    whole.map((pair) => pair.candidate - pair.baseline),
    confidence,
  );
  if (shift === null) return open("there is nothing to compare");
  const measured = { pairs: whole.length, baseline, shift, effect: cliffsDelta(now, then), relevant };
  const [low, high] = shift.interval;
  const told = `${signed(shift.shift)} (${signed(low)} to ${signed(high)}), ${shortened(relevant)} matters`;
  const side = low > 0 && shift.shift > relevant ? "higher" : high < 0 && shift.shift < -relevant ? "lower" : null;
  if (side !== null) return { outcome: side === better ? "better" : "worse", reason: told, ...measured };
  if (-relevant <= low && high <= relevant) return { outcome: "same", reason: told, ...measured };
  return { outcome: "inconclusive", reason: `${told}: more pairs are needed to tell`, ...measured };
}

function isWhole(pair: RunPair): pair is { readonly baseline: number; readonly candidate: number } {
  return Number.isFinite(pair.baseline) && Number.isFinite(pair.candidate);
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${shortened(value)}`;
}

function shortened(value: number): string {
  return String(Number(value.toPrecision(4)));
}
