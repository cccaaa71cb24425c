import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "not-slower",
  title: "Not slower than the last promotion",
  question: "Is every percentile of every run within the tolerance of what it was at the last promotion?",
  motivation:
    "A service gets slower by a few percent a release, far below its objective, until one day it is not. " +
    "Noise is let through by two tolerances that must both be exceeded: a share, and milliseconds.",
  remediation:
    "Compare the two runs' charts; alternate both versions in one session to be sure that it is the " +
    "release and not the machine.",
  effort: "high",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "required",
  reasons: {
    slower: "A percentile rose by more than both tolerances.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: { tolerancePercent: 10, toleranceMs: 5 },
};
