import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "rules-kept",
  title: "No rule was dropped since the last promotion",
  question: "Is every rule that was tried at the last promotion still tried?",
  motivation: "The easiest way to make a drill pass is to leave out what fails.",
  remediation: "Bring the rule back, or waive its end for the release that removes what it guarded.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "required",
  reasons: {
    "rule-dropped": "A rule of the last promotion is not tried any more.",
    "baseline-silent": "The last promotion was judged by this check and left no rules.",
  },
  params: {},
};
