import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "terms-comparable",
  title: "Load can be compared with the last promotion",
  question:
    "Was every run of the last promotion made again, by the same plan, with the same tool, on the same machine?",
  motivation:
    "A faster machine makes a slower release look fast, and a gentler plan does as well. Figures of other" +
    " terms are no baseline.",
  remediation:
    "Make the run as at the last promotion. For one promotion after a change of plan, tool or machine say" +
    " `otherTerms: accept`.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "required",
  reasons: {
    "run-gone": "A run of the last promotion was not made again.",
    "other-terms": "A run was made by another plan, with another tool or on another machine than then.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: { otherTerms: "refuse" },
};
