import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "not-worse-than-promoted",
  title: "No KPI is worse than at the last promotion",
  question: "Is every strict KPI as good as at the last promotion, within the tolerance?",
  motivation: "Bounds are set once and then eaten up, a little each release, until the next one breaks them.",
  remediation:
    "Compare the two runs with `holdpoint soak compare`. A change that was wanted is waived with its reason.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.soak],
  baseline: "required",
  reasons: {
    worse: "A KPI is worse than at the last promotion by more than the tolerance.",
    gone: "A KPI that the last promotion was held to is not judged any more.",
    "baseline-silent": "The last promotion was judged by this check and left no KPIs.",
  },
  params: { tolerancePercent: 5 },
};
