import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-collapse",
  title: "Overload does not bring the target down",
  question: "Does the target go on answering nearly as much as it can when more is asked of it?",
  motivation:
    "Beyond its limit a target should answer what it can and shed the rest. One that answers less and " +
    "less the more is asked collapses on the day on which it is needed most.",
  remediation: "Bound queues and concurrency, refuse early, and give up work that nobody waits for any longer.",
  effort: "high",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    collapses: "Under overload far less was answered than at the peak.",
  },
  params: { minPercent: 70, limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
