import type { CanaryResult, CanaryTerms } from "@holdpoint/core";
import { aggregate, didYouMean, judgeCanary } from "@holdpoint/core";
import { aligned } from "./aligned.ts";
import type { Beyond } from "./beyond.ts";
import { beyond } from "./beyond.ts";
import type { CanarySource } from "./source.ts";

export type CanaryOutcome = "better" | "same" | "worse" | "inconclusive";

export interface JudgedMetric extends Omit<CanaryResult, "outcome"> {
  readonly metric: string;
  readonly unit: string;
  /** What is better; null: any shift is worse. */
  readonly better: "lower" | "higher" | null;
  readonly outcome: CanaryOutcome;
  /** Medians of what is there. */
  readonly baseline: number | null;
  readonly candidate: number | null;
  readonly beyond: Beyond | null;
  /** On both sides together, missing ones too. */
  readonly values: number;
}

export interface MetricTerms {
  readonly metric: string;
  readonly unit: string;
  readonly better: "lower" | "higher" | null;
  readonly terms: Omit<CanaryTerms, "worse">;
}

const NAMES_MAX = 20;
const NOTHING = { shift: null, effect: null, tolerance: null, missing: 0, outliers: 0, beyond: null };

/**
 * One metric of the candidate against the baseline's. Worse: shifted for the worse, or more of its values than chance
 * has it lie beyond all of the baseline's. Whatever is missing is never better and never the same.
 *
 * @throws HoldpointError `HP-USAGE` for a name that cannot be one
 */
export function judgeMetric(baseline: CanarySource, candidate: CanarySource, asked: MetricTerms): JudgedMetric {
  const { metric, unit, better, terms } = asked;
  const told = { metric, unit, better };
  const open = (reason: string, outcome: CanaryOutcome = "inconclusive"): JudgedMetric => {
    return { ...told, outcome, reason, baseline: null, candidate: null, values: 0, ...NOTHING };
  };
  const reasons = [...of("baseline", baseline.reasons), ...of("candidate", candidate.reasons)];
  if (reasons.length > 0) return open(reasons.join("; "));
  const [before, after] = [baseline.series(metric), candidate.series(metric)];
  const lacking = before === null ? "baseline" : after === null ? "candidate" : null;
  if (before === null || after === null) {
    const { names } = before === null ? baseline : candidate;
    const text = `the ${lacking} has no ${metric}, it has ${listed(names)}${didYouMean(metric, names)}`;
    return open(text, terms.missing === "fail" ? "worse" : "inconclusive");
  }
  const sides = aligned(before, after);
  if (typeof sides === "string") return open(sides);
  const judge = (worse: CanaryTerms["worse"]): CanaryResult => judgeCanary(sides, { ...terms, worse });
  const result = judge(better === null ? "either" : better === "lower" ? "rise" : "fall");
  const [then, now] = [known(sides.baseline), known(sides.canary)];
  const worst = result.shift === null || terms.outliers === "drop" ? null : worstOf(then, now, better, result);
  const isBeyond = worst !== null && worst.p < (1 - terms.confidence) / 2;
  const isBetter = better !== null && judge(better === "lower" ? "fall" : "rise").outcome === "fail";
  const outcome = isBeyond ? "worse" : outcomeOf(result, isBetter && result.shift !== null);
  const reason =
    isBeyond && result.outcome !== "fail"
      ? `${worst.count} of ${worst.of} values lie beyond all of the baseline's; ${result.reason}`
      : result.reason;
  return {
    ...result,
    ...told,
    outcome,
    reason,
    baseline: aggregate(then, "median"),
    candidate: aggregate(now, "median"),
    beyond: worst,
    values: sides.baseline.length + sides.canary.length,
  };
}

function outcomeOf({ outcome }: CanaryResult, isBetter: boolean): CanaryOutcome {
  if (outcome === "fail") return "worse";
  if (outcome === "inconclusive") return "inconclusive";
  return isBetter ? "better" : "same";
}

function worstOf(
  then: readonly number[],
  now: readonly number[],
  better: MetricTerms["better"],
  { tolerance }: CanaryResult,
): Beyond {
  const ways = better === null ? (["rise", "fall"] as const) : ([better === "lower" ? "rise" : "fall"] as const);
  const sides = ways.map((worse) => beyond(then, now, worse, tolerance ?? 0));
  const [first, second = first] = sides.toSorted((a, b) => a.p - b.p);
  // Two sides are looked at: either is twice as likely.
  const worst = first ?? second;
  if (worst === undefined) return { count: 0, of: now.length, p: 1 };
  return { ...worst, p: Math.min(1, worst.p * ways.length) };
}

function of(side: string, reasons: readonly string[]): string[] {
  return reasons.map((reason) => `${side}: ${reason}`);
}

function known(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value): value is number => value !== null && Number.isFinite(value));
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "none at all";
  const more = names.length - NAMES_MAX;
  return `${names.slice(0, NAMES_MAX).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
