import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "patch-floor",
  title: "What changed is covered",
  question: "Do tests run enough of the lines that the candidate changes since its base?",
  motivation:
    "New code without tests disappears in the average of a large project. The lines of the change are few, and whoever " +
    "wrote them is still there.",
  remediation:
    "Cover the listed lines. A change of fewer than `minLines` measured lines is not held to the percentage, " +
    "but to `maxUncovered` all the same.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage, KIND.changes],
  baseline: "base",
  reasons: {
    "below-floor": "A smaller share of the changed lines is covered than the floor asks for.",
    "too-many-uncovered": "More changed lines are uncovered than may be.",
    "file-not-measured": "A source file changed that no report measures, so none of its lines is covered.",
    "lines-unsaid": "A changed file is measured, and no report says which of its lines are covered.",
    "change-hidden": "Git takes a changed source file for binary, so that nobody knows what changed in it.",
    "no-base": "There is nothing that the candidate's changes could be counted from.",
  },
  params: { linesPercent: 80, minLines: 20, maxUncovered: null },
};
