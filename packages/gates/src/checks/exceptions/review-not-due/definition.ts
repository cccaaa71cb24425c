import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "review-not-due",
  title: "Every exception is reviewed in time",
  question: "Has somebody looked at every open exception when it was due?",
  motivation:
    "Exceptions outlive their reasons. A date on which somebody looks again is kept, or the exception is kept by nobody.",
  remediation: "Look at it: `holdpoint coverage exceptions review ID --next 30d --note TEXT`, or resolve it.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: {
    "review-due": "The next review of an open exception is due.",
    "review-overdue":
      "The next review of an open exception is overdue for longer than the days of grace, or its date cannot be read.",
  },
  params: { graceDays: 14 },
};
