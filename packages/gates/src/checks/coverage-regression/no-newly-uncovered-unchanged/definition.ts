import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-newly-uncovered-unchanged",
  title: "Code that did not change kept its tests",
  question: "Are the unchanged lines that were covered at the last promotion still covered?",
  motivation:
    "A line that nobody touched and that no test runs any more lost its test, or is run only sometimes. Either is worth " +
    "knowing before the share shows it.",
  remediation: "Look which test ran the listed lines; bring it back, or make what decides whether it runs stand still.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage, KIND.changes],
  baseline: "required",
  reasons: {
    "newly-uncovered": "Unchanged lines lost their coverage.",
    "too-many-newly-uncovered": "More unchanged lines lost their coverage than may.",
    "other-base": "The candidate's changes are not counted from the last promotion.",
    "baseline-silent": "The last promotion judged by this check left no lines.",
  },
  params: { warnAbove: 0, failAbove: 50 },
};
