import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "drops-within",
  title: "No arrival was dropped",
  question: "Is the share of arrivals that the generator dropped within the limit?",
  motivation:
    "An arrival without a free connection that is dropped never becomes slow: the worst requests vanish " +
    "from the figures. Each is counted.",
  remediation: "Let arrivals wait (`poolFull: queue`), or open more connections.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    dropped: "More arrivals were dropped than may be.",
    "due-unsaid": "Arrivals were dropped, and the run does not say of how many.",
  },
  params: { maxDroppedPercent: 0 },
};
