import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-dead-globs",
  title: "Every pattern of the mapping fits a file",
  question: "Does every pattern in `source`, `exclude` and `tests` fit a tracked file?",
  motivation: "A pattern that fits nothing is a rule that holds nothing, and nobody notices when a folder is renamed.",
  remediation: "Correct the pattern, or delete it if what it meant is gone.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "glob-matches-nothing": "A pattern in `coverage.source`, `exclude` or `tests` fits no tracked file.",
  },
  params: {},
};
