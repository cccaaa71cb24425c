import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-kpi-decided",
  title: "Every KPI could be decided",
  question: "Did each KPI of the plan have enough values, without a gap, to be decided?",
  motivation: "A KPI whose values never came is neither kept nor missed, and reports that skip it look green.",
  remediation:
    "Look at the selector: does the summary, the metric, the label exist? Raise the number of iterations above " +
    "the window.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    inconclusive: "A KPI had gaps, too few values, or values that cannot be summed up.",
    "not-judged": "A KPI of the plan has no result.",
  },
  params: {},
};
