import type { Arrival, LoadPlan } from "@holdpoint/core";
import { flowOf, loadPlan } from "../../harness/load-plan.ts";

/** A load of GET requests without a warm-up, so that the clock begins with the first one. */
export function getPlan(terms: {
  readonly url: string;
  readonly connections: number;
  readonly arrival: Arrival;
  readonly seconds: number;
}): LoadPlan {
  const { url, connections, arrival, seconds } = terms;
  // The lag is told beside the figures; it must not be what decides whether there are any.
  const validity = { lagP99Ms: 1000, achievedRatio: 0.9 };
  return loadPlan({ url, connections, arrival, measureMs: seconds * 1000, flows: [flowOf("all")], validity });
}
