import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "deltas-applied",
  title: "Changes that were made were really made",
  question: "Of the changes that were let through, were at least so many read back as wanted?",
  motivation:
    "An ancestor's verifier said 1.0 for parameters that never changed. Only what was read back counts, and what " +
    "was skipped stands apart.",
  remediation:
    "Look at the readings: clamped, ignored or missing? Give the parameter the bounds and the path that the " +
    "target has.",
  effort: "medium",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "ratio-low": "Fewer changes were fully applied than must be.",
    miscounted: "The counts do not follow from the recorded proposals and readings.",
  },
  params: { fullApplyRatioMin: 0.95 },
};
