import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "samples-enough",
  title: "Enough requests were measured",
  question: "Did enough requests end for the figures of every run to mean something?",
  motivation:
    "The p99 of a hundred requests is the second slowest of them: luck. Ten values must lie beyond a " +
    "percentile before it says anything.",
  remediation: "Make the run longer, or its rate higher.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "few-samples": "Fewer requests ended in a run than the profile asks for.",
  },
  params: { minSamples: 1000 },
};
