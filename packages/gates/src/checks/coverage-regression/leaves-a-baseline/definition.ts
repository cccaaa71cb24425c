import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "leaves-a-baseline",
  title: "The next release can be compared with this one",
  question: "Do the reports say enough to hold the next release against: files, metrics, and which lines are covered?",
  motivation:
    "A regression guard is blind after a promotion that left nothing to compare with, and nobody notices before the " +
    "release after it.",
  remediation: "Let the tool write a report that lists lines, not a summary of counts.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "nothing-to-keep": "No report measures a file of the repository.",
    "lines-unsaid": "Of some files no report says which lines are covered.",
    "too-large": "There are more lines than a promotion keeps, so that only counts can be compared.",
  },
  params: {},
};
