import type { ComponentConfig, Count, CoverageFloors, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS, shortBy } from "@holdpoint/core";

/** How a part stands to what the configuration asks of it; exceptions are for the gate to judge. */
export type Standing = "no floor" | "met" | "missed" | "missed, advisory" | "not measured";

export interface FloorTerms {
  readonly floors: CoverageFloors;
  readonly maxUncovered: CoverageFloors;
  /** `YYYY-MM-DD` */
  readonly advisoryUntil: string | null;
}

/** @param nowMs milliseconds since the epoch */
export function standingOf(
  totals: Readonly<Record<CoverageMetric, Count | null>>,
  { floors, maxUncovered, advisoryUntil }: FloorTerms,
  nowMs: number,
): Standing {
  const each = COVERAGE_METRICS.flatMap((metric) => [
    ...atLeast(totals[metric], floors[metric]),
    ...atMost(totals[metric], maxUncovered[metric]),
  ]);
  if (each.length === 0) return "no floor";
  if (each.includes("missed")) {
    return advisoryUntil !== null && nowMs < Date.parse(`${advisoryUntil}T00:00:00Z`) ? "missed, advisory" : "missed";
  }
  return each.includes("not measured") ? "not measured" : "met";
}

function atLeast(count: Count | null, floor: number | undefined): Standing[] {
  if (floor === undefined) return [];
  const short = count === null ? null : shortBy(count.covered, count.total, floor);
  if (short === null) return floor === 0 ? ["met"] : ["not measured"];
  return [short === 0 ? "met" : "missed"];
}

function atMost(count: Count | null, limit: number | undefined): Standing[] {
  if (limit === undefined) return [];
  if (count === null) return ["not measured"];
  return [count.total - count.covered <= limit ? "met" : "missed"];
}

/** `lines 90%, branches 85%, at most 3 lines uncovered`; empty where nothing is asked for. */
export function floorText({ floors, maxUncovered }: Pick<ComponentConfig, "floors" | "maxUncovered">): string {
  return [
    ...COVERAGE_METRICS.flatMap((metric) => (floors[metric] === undefined ? [] : [`${metric} ${floors[metric]}%`])),
    ...COVERAGE_METRICS.flatMap((metric) => {
      const limit = maxUncovered[metric];
      return limit === undefined ? [] : [`at most ${limit} ${metric} uncovered`];
    }),
  ].join(", ");
}
