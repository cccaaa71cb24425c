import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "critical-not-fallen",
  title: "No critical component fell at all",
  question: "Is every share of every critical component at least what it was at the last promotion?",
  motivation:
    "A tolerance of two points a release is twenty points in a year. Where a mistake costs most there is none.",
  remediation: "Cover the listed lines of the critical component.",
  effort: "high",
  sections: ["L", "P"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    fell: "A share of a critical component fell, and more of it is uncovered than then.",
    "share-fell": "A share of a critical component fell, though no more of it is uncovered than then.",
    "baseline-silent": "The last promotion judged by this check left no figures of its files.",
  },
  params: { components: [] },
};
