import type { RunComparison } from "@holdpoint/core";
import { COMPARE_DEFAULTS, compareRuns } from "@holdpoint/core";
import type { FigureTerms, RunFigures } from "./run-figures.ts";
import { FIGURES } from "./run-figures.ts";

export interface FigurePair {
  readonly baseline: RunFigures | null;
  readonly candidate: RunFigures | null;
}

export interface Relevance {
  /** Of the baseline. */
  readonly percent: number;
  /** Of latencies. */
  readonly ms: number;
}

export type CompareOutcome = RunComparison["outcome"];

export interface ComparedFigure extends RunComparison {
  readonly figure: FigureTerms["id"];
  readonly unit: FigureTerms["unit"];
}

export interface Compared {
  readonly outcome: CompareOutcome;
  readonly figures: readonly ComparedFigure[];
}

/** Percentage points of failures that matter, whatever the baseline's share is. */
const FAILED_POINTS = 0.1;

/**
 * Compares pair by pair, figure by figure. One figure that is worse makes the candidate worse; one that cannot be told
 * leaves the whole open.
 */
export function compareFigures(pairs: readonly FigurePair[], relevance: Relevance): Compared {
  const figures = FIGURES.map((terms): ComparedFigure => {
    const { id, unit, better, wants } = terms;
    const values = pairs.map(({ baseline, candidate }) => ({
      baseline: baseline?.[id] ?? null,
      candidate: candidate?.[id] ?? null,
    }));
    const compared = compareRuns(values, { ...COMPARE_DEFAULTS, better, ...relevantOf(unit, relevance) });
    const isMissing = values.some(({ baseline, candidate }) => baseline === null || candidate === null);
    const hint = isMissing && wants > 0 ? `; this percentile wants ${wants} requests on each side of a pair` : "";
    return { figure: id, unit, ...compared, reason: `${compared.reason}${hint}` };
  });
  return { outcome: outcomeOf(figures.map(({ outcome }) => outcome)), figures };
}

function relevantOf(
  unit: FigureTerms["unit"],
  { percent, ms }: Relevance,
): { readonly relevantPercent: number; readonly relevantBy: number } {
  if (unit === "%") return { relevantPercent: 0, relevantBy: FAILED_POINTS };
  return { relevantPercent: percent, relevantBy: unit === "ms" ? ms : 0 };
}

function outcomeOf(outcomes: readonly CompareOutcome[]): CompareOutcome {
  const one = (["worse", "inconclusive", "better"] as const).find((outcome) => outcomes.includes(outcome));
  return one ?? "same";
}
