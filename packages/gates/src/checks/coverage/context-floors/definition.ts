import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "context-floors",
  title: "Tests of each quality reach what they have to",
  question: "Do the tests of each context, such as security, cover the wanted share of the files that it is about?",
  motivation:
    "A line that some test runs on its way is not a line that a security test looks at. A context counts only what its " +
    "own tests cover, of all lines measured in its files.",
  remediation:
    "Write tests of that context for the listed lines. Let the tool record contexts, or make a report of the context's " +
    "tests alone and give it `context`.",
  effort: "high",
  sections: ["L", "P"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "below-floor": "The tests of a context cover a smaller share of its files' lines than wanted.",
    "below-soft-floor": "A context misses a floor that only holds from a later day on.",
    "context-not-recorded": "No report says which lines the tests of the context cover.",
    "not-measured": "No line is measured in the files that the context is about.",
    "lines-unsaid": "A report counts lines of the context's files without saying which they are.",
  },
  params: { contexts: [] },
};
