import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "kpis-recompute",
  title: "The KPIs follow from what was recorded",
  question: "Do the recorded values, judged again by the plan, give the results that the soak reports?",
  motivation:
    "A result that does not follow from its own record was written by hand, by another version, or over other " +
    "iterations than it says.",
  remediation: "Judge the stored run again with `holdpoint soak report`. Where the two differ, do not trust either.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    differs: "A KPI's result is not what its recorded values give.",
    "not-in-summary": "A recorded value is not what the summary of its iteration says.",
    unplanned: "A result is of a KPI that the plan does not have.",
  },
  params: {},
};
