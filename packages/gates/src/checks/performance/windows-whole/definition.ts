import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "windows-whole",
  title: "The run was seen from end to end, and its counts add up",
  question: "Do the windows follow one another without a gap over the whole run, and add up to its totals?",
  motivation:
    "A second that is missing is the second in which the target stood still. What was sent, answered, " +
    "failed and dropped in the windows must be what the run says it was.",
  remediation: "Make the run again; a report that was cut or edited has lost seconds.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "no-windows": "A run of ours has no windows.",
    gap: "Windows leave a part of the run out, or overlap.",
    "counts-differ": "What the windows hold is not what the run says.",
    "impossible-counts": "A run's counts contradict one another.",
  },
  params: {},
};
