import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "strict-kpis-hold",
  title: "Every strict KPI holds",
  question: "Is every KPI within its strict bound, over its window of steady iterations?",
  motivation:
    "A KPI is the promise that the service makes to those who run it; one release that breaks it breaks it for " +
    "good.",
  remediation:
    "Compare the iterations: was it always so, or since a change of a parameter? `holdpoint soak report` shows " +
    "both.",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "kpi-missed": "A KPI is beyond its strict bound.",
    "no-kpi": "A soak judges no KPI.",
  },
  params: {},
};
