import type { Arrival, LoadPlan, PhasePlan } from "@holdpoint/core";

/** What is sent before the clock runs: evenly, the load with which the first phase begins. */
export function warmUpPhase({ phases, warmUpMs }: Pick<LoadPlan, "phases" | "warmUpMs">): PhasePlan {
  const [first] = phases;
  const arrival: Arrival = first === undefined ? { kind: "constant", ratePerS: 0 } : warmUpArrival(first);
  return { name: "warm-up", durationMs: warmUpMs, arrival };
}

function warmUpArrival({ arrival, durationMs }: PhasePlan): Arrival {
  if (arrival.kind === "closed") return arrival;
  if (arrival.kind === "constant" || arrival.kind === "poisson")
    return { kind: "constant", ratePerS: arrival.ratePerS };
  if (arrival.kind === "steps") return { kind: "constant", ratePerS: arrival.ratesPerS[0] ?? 0 };
  // A ramp from nothing would warm nothing up.
  if (arrival.kind === "ramp") return { kind: "constant", ratePerS: Math.max(arrival.fromPerS, arrival.toPerS / 10) };
  return { kind: "constant", ratePerS: durationMs === 0 ? 0 : (arrival.offsetsMs.length * 1000) / durationMs };
}
