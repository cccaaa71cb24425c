import type { Arrival, PhasePlan } from "@holdpoint/core";
import type { Arrivals } from "../engine/terms.ts";

/** A phase for a test. */
export function phase(arrival: Arrival, durationMs: number, name: string = arrival.kind): PhasePlan {
  return { name, durationMs, arrival };
}

/** Everything that a schedule still holds. */
export function drain(arrivals: Arrivals): number[] {
  const times: number[] = [];
  for (let atUs = arrivals.next(); atUs !== null; atUs = arrivals.next()) times.push(atUs);
  return times;
}
