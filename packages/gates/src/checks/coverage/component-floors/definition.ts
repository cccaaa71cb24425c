import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "component-floors",
  title: "Every component reaches its own floors",
  question: "Does each component of the configuration reach its own floors?",
  motivation:
    "An average hides the store that nobody tests behind a hundred easy files. Components have floors of their own; " +
    "the whole project keeps counting all files, and a file may belong to several components. Critical components " +
    "are judged by `critical-floors`.",
  remediation:
    "Cover the listed lines of the component. A floor that is new may warn for a while: give the component " +
    "`advisoryUntil` with a day. For a file that cannot be covered now, two people sign an exception.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage, KIND.coverageExceptions],
  baseline: "none",
  reasons: {
    "below-floor": "A component covers a smaller share than its floor asks for.",
    "too-many-uncovered": "More of a component is uncovered than it may.",
    "not-measured": "A component has no measured file, or a share is asked for that no report measures in it.",
    "below-floor-excepted": "Signed exceptions answer for everything that a component is short of.",
    "below-soft-floor": "A component misses a floor that only holds from a later day on.",
  },
  params: { components: [] },
};
