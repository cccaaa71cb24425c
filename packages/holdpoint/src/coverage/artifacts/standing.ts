import type { ComponentConfig, Count, CoverageFloors, CoverageMetric, Exemption } from "@holdpoint/core";
import { COVERAGE_METRICS, shortBy, shortfallExplained } from "@holdpoint/core";

/** How a part stands to what the configuration asks of it. */
export type Standing = "no floor" | "met" | "missed" | "missed, advisory" | "missed, excepted" | "not measured";

export interface FloorTerms {
  readonly floors: CoverageFloors;
  readonly maxUncovered: CoverageFloors;
  /** `YYYY-MM-DD` */
  readonly advisoryUntil: string | null;
}

/** What exceptions answer for, by metric. */
export type Exempted = (metric: CoverageMetric) => readonly Exemption[];

/** @param nowMs milliseconds since the epoch */
export function standingOf(
  totals: Readonly<Record<CoverageMetric, Count | null>>,
  { floors, maxUncovered, advisoryUntil }: FloorTerms,
  nowMs: number,
  exempted: Exempted = () => [],
): Standing {
  const each = COVERAGE_METRICS.flatMap((metric) => [
    ...atLeast(totals[metric], floors[metric], () => exempted(metric)),
    ...atMost(totals[metric], maxUncovered[metric]),
  ]);
  if (each.length === 0) return "no floor";
  if (each.includes("missed")) {
    return advisoryUntil !== null && nowMs < Date.parse(`${advisoryUntil}T00:00:00Z`) ? "missed, advisory" : "missed";
  }
  if (each.includes("not measured")) return "not measured";
  return each.includes("missed, excepted") ? "missed, excepted" : "met";
}

function atLeast(count: Count | null, floor: number | undefined, exempted: () => readonly Exemption[]): Standing[] {
  if (floor === undefined) return [];
  const short = count === null ? null : shortBy(count.covered, count.total, floor);
  if (short === null) return floor === 0 ? ["met"] : ["not measured"];
  if (short === 0) return ["met"];
  return [shortfallExplained(short, exempted()) === null ? "missed" : "missed, excepted"];
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
