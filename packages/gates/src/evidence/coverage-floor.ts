import type { CoverageFile, CoverageMetric } from "@holdpoint/core";
import { formatPercent, shortBy } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";
import { isAbove } from "../share.ts";
import { totalOf, uncoveredPlaces } from "./coverage-files.ts";

/** Percentages by metric; 0 asks for nothing. */
export type Floors = Readonly<Partial<Record<CoverageMetric, number>>>;

export interface FloorTerms {
  /** `the whole project`, `component core`. */
  readonly of: string;
  /** A floor this many points under what is reached no longer guards it. */
  readonly deadPoints: number;
}

/** Holds files against floors; exact integers throughout. */
export function floorProblems(files: readonly CoverageFile[], floors: Floors, terms: FloorTerms): Problem[] {
  return Object.entries(floors).flatMap(([metric, floor]) =>
    floorProblem(files, metric as CoverageMetric, floor, terms),
  );
}

function floorProblem(
  files: readonly CoverageFile[],
  metric: CoverageMetric,
  floor: number,
  terms: FloorTerms,
): Problem[] {
  const count = totalOf(files, metric);
  const threshold = `${floor}%`;
  if (count === null || count.total === 0) {
    if (floor === 0) return [];
    const what = count === null ? `no report measures ${metric}` : `there are 0 of 0 ${metric}`;
    return [
      {
        outcome: "missing",
        code: "not-measured",
        text: `${terms.of}: ${what}, though ${threshold} are asked for`,
        observed: count === null ? "not measured" : "0 of 0",
        threshold,
        flip: `would be judged with a report that counts ${metric}`,
      },
    ];
  }
  const { covered, total } = count;
  const observed = formatPercent(covered, total, floor);
  const seen = `${terms.of}: ${metric} ${observed} (${covered} of ${total})`;
  const short = shortBy(covered, total, floor) ?? total;
  if (short > 0) {
    const missing = `${short} ${short === 1 ? one(metric) : metric}`;
    return [
      {
        outcome: "fail",
        code: "below-floor",
        text: `${seen}, ${missing} short of ${threshold}`,
        observed,
        threshold,
        flip: `would pass with ${missing.replace(" ", " more ")} covered`,
        locations: uncoveredPlaces(files),
      },
    ];
  }
  if (!isAbove(count, floor, terms.deadPoints)) return [];
  const why =
    floor === 0
      ? "a floor of 0% holds nothing"
      : `the floor of ${threshold} is more than ${terms.deadPoints} points lower`;
  return [
    {
      outcome: "warn",
      code: "dead-floor",
      text: `${seen}; ${why}`,
      observed,
      threshold,
      flip: `would pass with a floor within ${terms.deadPoints} points of ${observed}`,
    },
  ];
}

/** What is reached, as a person reads it: `lines 90.00%, branches 80.00%`. */
export function reached(files: readonly CoverageFile[], metrics: readonly CoverageMetric[]): string {
  return metrics
    .flatMap((metric) => {
      const count = totalOf(files, metric);
      return count === null ? [] : [`${metric} ${formatPercent(count.covered, count.total)}`];
    })
    .join(", ");
}

function one(metric: CoverageMetric): string {
  return metric === "branches" ? "branch" : metric.slice(0, -1);
}
