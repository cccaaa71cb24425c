import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "budget-left",
  title: "The error budget is not nearly spent",
  question: "Is enough of every error budget left, and did none burn too fast at any time?",
  motivation:
    "An objective that is met with one bad request to spare will be missed by the next run; and a budget " +
    "that burned in one minute had an outage in it, whatever the whole run says.",
  remediation: "Look at the windows in which the alert fired. Budgets are told in requests.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "little-left": "Less of a budget is left than the profile asks for.",
    "burned-fast": "A budget burned so fast that an alert fired.",
  },
  params: { minLeftPercent: 10 },
};
