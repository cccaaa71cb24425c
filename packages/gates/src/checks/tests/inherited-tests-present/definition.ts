import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "inherited-tests-present",
  title: "What passed at the last promotion passes now",
  question: "Does every test that passed at the last promotion still exist and pass?",
  motivation:
    "Deleting or skipping a test makes a release green as surely as repairing the code. The floor is inherited: " +
    "what was promised once is promised until somebody says in the open that it no longer is.",
  remediation:
    "Bring the test back or repair what it tests. For a test that was renamed or rightly removed, " +
    "record a waiver with the reason; the promotion after it has the new floor.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "required",
  reasons: {
    "now-failing": "A test that passed at the last promotion fails now.",
    "now-gone": "A test that passed at the last promotion is in no report now.",
    "now-skipped": "A test that passed at the last promotion is skipped now.",
    "baseline-silent": "The last promotion left no list of the tests that passed.",
  },
  params: {},
};
