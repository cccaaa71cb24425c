import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "nothing-carried-in-critical",
  title: "Critical components are measured now",
  question: "Is every report measured for this candidate, at least where a component is critical?",
  motivation:
    "Carrying the figures of an earlier commit over hides what was not measured. Where it is allowed it shows its age " +
    "and its commit; for critical components it is not good enough.",
  remediation: "Run the job of the carried report for this commit and merge again.",
  effort: "low",
  sections: ["L", "S"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "carried-critical": "A report that covers a critical component was measured for an earlier commit.",
    "carried-too-old": "A carried report is older than it may be, or its age cannot be told.",
    carried: "A report was measured for an earlier commit.",
  },
  params: { components: [], maxCarriedDays: 7 },
};
