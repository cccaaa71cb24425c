import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "ratio-at-least",
  title: "Enough modules have a test",
  question: "Do at least as many of the modules have a test as the profile asks for?",
  motivation:
    "Line coverage is high where a few tests run a lot. Whether each module has a test that knows of it is another question, and what no test imports counts as untested, not as absent.",
  remediation:
    "Write a test for the listed modules, largest risk first; raise a floor that is far below what is reached.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "below-floor": "A smaller share of the modules has a test than the floor asks for.",
    "nothing-to-test": "No module holds anything that a test could run.",
    "dead-floor": "The floor is 0, or so far below what is reached that it guards nothing.",
  },
  params: { ratioPercent: 80, deadPoints: 20 },
};
