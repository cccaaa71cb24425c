import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-metric-gone",
  title: "Everything is measured that was",
  question: "Is every metric that was measured at the last promotion still measured, and in as many files?",
  motivation: "A reporter that no longer counts branches cannot show that they are not covered.",
  remediation: "Switch the metric on again in the tool that measures.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    "metric-gone": "A metric that was measured at the last promotion is not measured now.",
    "metric-partly-gone": "Files of which a metric was measured then are measured now without it.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: {},
};
