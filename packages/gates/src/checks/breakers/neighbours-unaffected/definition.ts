import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "neighbours-unaffected",
  title: "Other adapters go on",
  question: "Does everything sent to another adapter succeed while one breaker is open?",
  motivation: "One failing upstream must not take the others with it: that is what the breaker is for.",
  remediation: "Breakers and bulkheads belong to one adapter each.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "nothing-submitted": "Nothing was sent to the other adapter.",
    "neighbour-hit": "Not everything sent to another adapter succeeded.",
    "neighbour-open": "Another adapter's breaker is not closed.",
  },
  params: {},
};
