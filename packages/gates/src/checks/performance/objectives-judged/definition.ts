import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "objectives-judged",
  title: "Every objective is decided",
  question: "Does every run have objectives, and was each of them decided?",
  motivation:
    "A threshold on a name that nothing has, on too few samples or on a window that never came is green " +
    "in many tools. Undecided is not a pass.",
  remediation:
    "Read the objective's reason: make the run longer for more samples, correct the name, or move the " +
    "limit off the value that is measured.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "no-objective": "A run has fewer objectives than the profile asks for.",
    undecided: "An objective could not be decided.",
    "invalid-objective": "An objective belongs to a run whose figures decide nothing.",
  },
  params: { minObjectives: 1 },
};
