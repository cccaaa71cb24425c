import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "component-floors",
  title: "Every component reaches its own floors",
  question: "Does each component that the profile names reach its own floors?",
  motivation:
    "An average hides the store that nobody tests behind a hundred easy files. Components have floors of their own; " +
    "the whole project keeps counting all files, and a file may belong to several components.",
  remediation:
    "Cover the listed lines of the component. A pattern that fits no measured file is misspelled or outlived: correct it.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "below-floor": "A component covers a smaller share than its floor asks for.",
    "too-many-uncovered": "A component has more uncovered lines than it may.",
    "rule-matches-nothing": "A pattern of a component fits no measured file.",
    "not-measured": "A share is asked for that no report measures in the component.",
    "dead-floor": "A floor is 0, or so far below what is reached that it guards nothing.",
  },
  params: { components: [], deadPoints: 20 },
};
