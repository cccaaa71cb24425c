import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "cap-and-rate-kept",
  title: "A run keeps to its cap and its rate",
  question: "Does a run start as many as it may, as fast as it may?",
  motivation: "What was down an hour ago is hit by everything that failed meanwhile, all at once.",
  remediation: "The cap and the rate are the run's own: `max` and `rate_per_second`.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "proves-nothing": "The cap was not below what was planned, or too few were started.",
    "over-cap": "More were started than the cap allows.",
    "under-cap": "Fewer were started than the cap allows.",
    "too-fast": "They were started faster than the rate allows.",
  },
  params: { tolerancePercent: 20 },
};
