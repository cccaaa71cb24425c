import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-objective-gone",
  title: "Objectives are those of the last promotion",
  question: "Is every objective of the last promotion still judged, and with no looser bound?",
  motivation:
    "The cheapest way to meet an objective is to have it no longer. An objective may become stricter, and" +
    " new ones may come.",
  remediation: "Bring the objective back, or let two people waive this check for the release that loosens it.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "required",
  reasons: {
    "objective-gone": "An objective of the last promotion is no longer there.",
    "bound-loosened": "An objective has a looser bound than at the last promotion.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: {},
};
