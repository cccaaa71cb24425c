import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "critical-floors",
  title: "Critical components reach floors that deserve the name",
  question: "Does each critical component reach high floors, and every file of it a floor as well?",
  motivation:
    "Where a mistake costs most, neither the project's average nor the component's own may hide a file that nobody " +
    "tests. A critical component has no grace: its floors hold at once.",
  remediation:
    "Cover the listed lines. Set floors for lines and branches at or above `minPercent`, or say that the component is not critical.",
  effort: "high",
  sections: ["L", "P"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "below-floor": "A critical component covers a smaller share than its floor asks for.",
    "too-many-uncovered": "More of a critical component is uncovered than it may.",
    "not-measured": "A critical component has no measured file, or a share is asked for that no report measures in it.",
    "floor-too-low":
      "A critical component has no floor for lines or branches, or one below what is wanted of critical ones.",
    "file-below": "A file of a critical component covers a smaller share of its lines than every such file has to.",
  },
  params: { components: [], minPercent: 80, filePercent: 50 },
};
