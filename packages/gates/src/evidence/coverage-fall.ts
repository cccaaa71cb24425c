import type { Count, CoverageMetric, Location } from "@holdpoint/core";
import { COVERAGE_METRICS, formatPercent } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";
import { fellByMore } from "../share.ts";

export type Totals = Readonly<Partial<Record<CoverageMetric, Count>>>;

export interface FallTerms {
  /** `the whole project`, `component core`. */
  readonly of: string;
  readonly tolerancePoints: number;
  readonly locations: readonly Location[];
}

/**
 * Metrics whose share fell by more than the tolerance. Taking covered code away lowers a share as well and harms
 * nobody, so a fall holds only where more is uncovered than before.
 */
export function fallProblems(before: Totals, now: Totals, { of, tolerancePoints, locations }: FallTerms): Problem[] {
  return measuredInBoth(before, now).flatMap(({ metric, was, is }): Problem[] => {
    if (!fellByMore(was, is, tolerancePoints)) return [];
    const fell = uncoveredOf(is) > uncoveredOf(was);
    const text =
      `${of}: ${metric} fell from ${shareText(was)} to ${shareText(is)}, ${tolerancePoints} points are tolerated; ` +
      `${uncoveredOf(is)} are uncovered, then ${uncoveredOf(was)}`;
    return [
      {
        outcome: fell ? "fail" : "warn",
        code: fell ? "fell" : "share-fell",
        text,
        observed: shareText(is),
        threshold: shareText(was),
        flip: fell
          ? `would warn at <= ${uncoveredOf(was)} uncovered ${metric}`
          : `would pass within ${tolerancePoints} points of ${shareText(was)}`,
        locations: fell ? locations : [],
      },
    ];
  });
}

interface Both {
  readonly metric: CoverageMetric;
  readonly was: Count;
  readonly is: Count;
}

/** Metrics of which both then and now had something to measure. */
export function measuredInBoth(before: Totals, now: Totals): readonly Both[] {
  return COVERAGE_METRICS.flatMap((metric) => {
    const [was, is] = [before[metric], now[metric]];
    const isBoth = was !== undefined && is !== undefined && was.total > 0 && is.total > 0;
    return isBoth ? [{ metric, was, is }] : [];
  });
}

export function uncoveredOf({ covered, total }: Count): number {
  return total - covered;
}

/** `90.00% (9 of 10)` */
export function shareText({ covered, total }: Count): string {
  return `${formatPercent(covered, total)} (${covered} of ${total})`;
}

/** `lines 90.00% (9 of 10), branches not measured`, of the metrics that are in the first. */
export function totalsText(metrics: Totals, totals: Totals): string {
  return COVERAGE_METRICS.filter((metric) => metrics[metric] !== undefined)
    .map((metric) => {
      const total = totals[metric];
      return `${metric} ${total === undefined ? "not measured" : shareText(total)}`;
    })
    .join(", ");
}
