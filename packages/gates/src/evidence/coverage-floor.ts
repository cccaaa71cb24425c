import type { CoverageFile, CoverageFloors, CoverageMetric, Exemption } from "@holdpoint/core";
import { COVERAGE_METRICS, formatPercent, shortBy, shortfallExplained, totalOf } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";
import { isAbove } from "../share.ts";
import { uncoveredPlaces } from "./coverage-files.ts";

export interface FloorTerms {
  /** `the whole project`, `component core`. */
  readonly of: string;
  /** `YYYY-MM-DD`: until then a missed floor only warns; null: it holds. */
  readonly softUntil: string | null;
  /** What exceptions answer for among the files, by metric; without it nobody answers for anything. */
  readonly exempted?: (metric: CoverageMetric) => readonly Exemption[];
}

/** Holds files against floors, percentages by metric; exact integers throughout. A floor of 0 asks for nothing. */
export function floorProblems(files: readonly CoverageFile[], floors: CoverageFloors, terms: FloorTerms): Problem[] {
  return entries(floors).flatMap(([metric, floor]) => floorProblem(files, metric, floor, terms));
}

function floorProblem(
  files: readonly CoverageFile[],
  metric: CoverageMetric,
  floor: number,
  terms: FloorTerms,
): Problem[] {
  const { of } = terms;
  const count = totalOf(files, metric);
  const threshold = `${floor}%`;
  if (count === null || count.total === 0) {
    if (floor === 0) return [];
    const what = count === null ? `no report measures ${metric}` : `there are 0 of 0 ${metric}`;
    const observed = count === null ? "not measured" : "0 of 0";
    return [notMeasured(`${of}: ${what}, though ${threshold} are asked for`, observed, threshold, metric)];
  }
  const { covered, total } = count;
  const observed = formatPercent(covered, total, floor);
  const short = shortBy(covered, total, floor) ?? total;
  if (short === 0) return [];
  const missing = `${short} ${short === 1 ? one(metric) : metric}`;
  const text = `${of}: ${metric} ${observed} (${covered} of ${total}), ${missing} short of ${threshold}`;
  return [
    {
      ...held("below-floor", text, short, metric, terms),
      observed,
      threshold,
      flip: `would pass with ${missing.replace(" ", " more ")} covered`,
      locations: uncoveredPlaces(files),
    },
  ];
}

/** Holds files against how much of each metric may stay uncovered. */
export function uncoveredProblems(
  files: readonly CoverageFile[],
  limits: CoverageFloors,
  terms: FloorTerms,
): Problem[] {
  const { of } = terms;
  return entries(limits).flatMap(([metric, limit]): Problem[] => {
    const count = totalOf(files, metric);
    const threshold = `at most ${limit}`;
    if (count === null) {
      return [notMeasured(`${of}: no report measures ${metric}`, "not measured", threshold, metric)];
    }
    const missing = count.total - count.covered;
    if (missing <= limit) return [];
    const text = `${of}: ${missing} ${missing === 1 ? one(metric) : metric} uncovered, ${threshold} allowed`;
    return [
      {
        ...held("too-many-uncovered", text, missing - limit, metric, terms),
        observed: missing,
        threshold,
        flip: `would pass at <= ${limit} uncovered ${metric}`,
        locations: uncoveredPlaces(files),
      },
    ];
  });
}

/** Floors that guard nothing: 0, or more than so many points below what is reached. */
export function deadFloorProblems(
  files: readonly CoverageFile[],
  floors: CoverageFloors,
  { of, deadPoints }: { readonly of: string; readonly deadPoints: number },
): Problem[] {
  return entries(floors).flatMap(([metric, floor]): Problem[] => {
    const count = totalOf(files, metric);
    if (count === null || count.total === 0 || !isAbove(count, floor, deadPoints)) return [];
    const observed = formatPercent(count.covered, count.total, floor);
    const threshold = `${floor}%`;
    const why =
      floor === 0 ? "a floor of 0% holds nothing" : `the floor of ${threshold} is more than ${deadPoints} points lower`;
    return [
      {
        outcome: "warn",
        code: "dead-floor",
        text: `${of}: ${metric} ${observed} (${count.covered} of ${count.total}); ${why}`,
        observed,
        threshold,
        flip: `would pass with a floor within ${deadPoints} points of ${observed}`,
      },
    ];
  });
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

/** Floors and limits as a person reads them: `lines 85% branches 80%, at most 3 lines uncovered`. */
export function floorsText(floors: CoverageFloors, maxUncovered: CoverageFloors = {}): string {
  return [
    entries(floors)
      .map(([metric, floor]) => `${metric} ${floor}%`)
      .join(" "),
    ...entries(maxUncovered).map(([metric, limit]) => `at most ${limit} ${metric} uncovered`),
  ]
    .filter((text) => text !== "")
    .join(", ");
}

/** A miss holds, unless its day has not come yet or two people answer for everything that is short. */
function held(
  code: string,
  text: string,
  short: number,
  metric: CoverageMetric,
  { softUntil, exempted }: FloorTerms,
): Pick<Problem, "outcome" | "code" | "text"> {
  const answered = shortfallExplained(short, exempted?.(metric) ?? []);
  if (answered !== null) {
    const who = answered.map(({ id, owner, expiresAt }) => `${id} (${owner}, until ${expiresAt.slice(0, 10)})`);
    return { outcome: "warn", code: "below-floor-excepted", text: `${text}; excepted by ${who.join(", ")}` };
  }
  if (softUntil === null) return { outcome: "fail", code, text };
  return { outcome: "warn", code: "below-soft-floor", text: `${text}; this holds from ${softUntil} on` };
}

function notMeasured(text: string, observed: string, threshold: string, metric: CoverageMetric): Problem {
  const flip = `would be judged with a report that counts ${metric}`;
  return { outcome: "missing", code: "not-measured", text, observed, threshold, flip };
}

function entries(floors: CoverageFloors): (readonly [CoverageMetric, number])[] {
  // In one order: the policy's keys are sorted once it was stored, and the same words must come out.
  return COVERAGE_METRICS.flatMap((metric) => {
    const floor = floors[metric];
    return floor === undefined ? [] : [[metric, floor] as const];
  });
}

function one(metric: CoverageMetric): string {
  return metric === "branches" ? "branch" : metric.slice(0, -1);
}
