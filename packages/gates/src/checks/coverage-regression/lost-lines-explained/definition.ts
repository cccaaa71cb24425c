import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "lost-lines-explained",
  title: "Every line that lost its coverage is explained",
  question:
    "Is each line that was covered at the last promotion and is not now removed, changed or seen to be uncovered?",
  motivation:
    "Coverage falls without a change of the tested code, and nobody can say why. Each lost line was removed, is newly " +
    "uncovered, or is no longer measured; the last kind is how bad code is hidden.",
  remediation:
    "Measure the listed lines again: take out the comment that excludes them, or the setting that does. " +
    "For a report that counts without naming lines say `unsaid: accept`.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage, KIND.changes],
  baseline: "required",
  reasons: {
    "not-measured": "More unchanged lines than allowed were covered then and are no longer measured.",
    "lines-unsaid": "Of some files nobody said then, or says now, which lines are covered.",
    "other-base": "The candidate's changes are not counted from the last promotion.",
    "baseline-silent": "The last promotion judged by this check left no lines.",
  },
  params: { maxNotMeasured: 0, unsaid: "refuse" },
};
