import type { SoakPhase, SoakPlan } from "@holdpoint/core";

/** Warm-up first, then ramp-down, and steady is what is left; only steady iterations are judged. */
export function phaseOf(iteration: number, { warmUp, rampDown }: SoakPlan["phases"]): SoakPhase {
  if (iteration <= warmUp) return "warm-up";
  return iteration <= warmUp + rampDown ? "ramp-down" : "steady";
}
