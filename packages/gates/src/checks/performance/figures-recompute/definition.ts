import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "figures-recompute",
  title: "Percentiles can be computed again",
  question: "Do the histograms of every run give the percentiles and counts that the run tells?",
  motivation:
    "A percentile that nobody can compute again is a number somebody wrote. The whole histogram of the " +
    "run is in the evidence, so it need not be believed.",
  remediation:
    "Make the run again with an unchanged generator. Tools that tell percentiles only cannot be checked, " +
    "which is said as a warning.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "slice-broken": "A histogram contradicts itself.",
    "summary-differs": "A percentile is not the one that its histogram gives.",
    "counts-differ": "A histogram does not hold as many values as requests ended.",
    "histogram-absent": "A run of ours has no histogram.",
    "percentiles-only": "The tool tells percentiles and no histogram, so nothing can be computed again.",
  },
  params: {},
};
