import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "skipped-within-limit",
  title: "Few tests are skipped",
  question: "Are at most as many tests skipped as the profile allows, by number and by share?",
  motivation: "Skipping is the quickest way to make a failing test green. What is skipped is not tested.",
  remediation: "Repair or delete the skipped tests; raise `max` or `maxPercent` only with a reason that others accept.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    "too-many": "More tests are skipped than `max` allows.",
    "too-large-a-share": "A larger share of the tests is skipped than `maxPercent` allows.",
  },
  params: { max: 100, maxPercent: 10 },
};
