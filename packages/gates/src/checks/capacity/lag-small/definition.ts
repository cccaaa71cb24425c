import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "lag-small",
  title: "The generator kept up with the climb",
  question: "Were arrivals handed over in time, as long as the target held?",
  motivation: "If the generator is late the climb shows the generator's limit and calls it the target's.",
  remediation: "Give the generator more processor or workers, or another machine than the target's.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "generator-late": "Arrivals were handed over too late, below the rate at which the target gave way.",
    "lag-unsaid": "The climb does not say how late arrivals were handed over.",
  },
  params: { maxLagMs: 100, limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
