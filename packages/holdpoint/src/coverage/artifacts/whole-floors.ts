import type { Config, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import { PROMOTING_PROFILE } from "@holdpoint/ledger";
import type { FloorTerms } from "./standing.ts";

/** What the profile that promotes spells out for the whole; null where it names nothing. */
export function wholeFloors(profiles: Config["profiles"]): FloorTerms | null {
  const gate = profiles[PROMOTING_PROFILE]?.gates.find(({ id }) => id === "coverage");
  const params = gate?.checks["whole-floor"] ?? {};
  const floors = COVERAGE_METRICS.flatMap((metric): (readonly [CoverageMetric, number])[] => {
    const floor = params[`${metric}Percent`];
    return typeof floor === "number" ? [[metric, floor]] : [];
  });
  return floors.length === 0 ? null : { floors: Object.fromEntries(floors), maxUncovered: {}, advisoryUntil: null };
}
