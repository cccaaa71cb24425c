import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "codes-kept",
  title: "No code was lost since the last promotion",
  question: "Is every code of the last promotion still registered, with its status?",
  motivation: "Programs branch on codes for years. One that is gone or means another status breaks them silently.",
  remediation: "Keep the code, or waive it for the release that breaks it on purpose and say so in the changelog.",
  effort: "medium",
  sections: ["F"],
  needs: [KIND.errorTaxonomy],
  baseline: "required",
  reasons: {
    "code-gone": "A code of the last promotion is not registered any more.",
    "status-changed": "A code has another status than at the last promotion.",
    "baseline-silent": "The last promotion was judged by this check and left no codes.",
  },
  params: {},
};
