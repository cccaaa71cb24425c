import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-module-lost-its-tests",
  title: "No module lost its tests",
  question: "Does every module that had a test at the last promotion still have one?",
  motivation: "A test that is deleted, or no longer imports what it was about, fails nowhere: it is simply gone.",
  remediation: "Bring the test back, or write one that imports the module. What was deleted itself is not asked for.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "required",
  reasons: {
    "tests-lost": "A module that had a test at the last promotion has none now.",
    "baseline-silent": "The last promotion judged by this check left no list of modules.",
  },
  params: {},
};
