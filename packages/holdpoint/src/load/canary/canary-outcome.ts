import type { CanaryOutcome } from "./judge-metric.ts";

/** One metric that is worse makes the candidate worse; one that cannot be told, or none at all, leaves it open. */
export function canaryOutcome(outcomes: readonly CanaryOutcome[]): CanaryOutcome {
  if (outcomes.length === 0) return "inconclusive";
  return (["worse", "inconclusive", "better"] as const).find((one) => outcomes.includes(one)) ?? "same";
}
