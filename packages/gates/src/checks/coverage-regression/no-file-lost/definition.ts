import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-file-lost",
  title: "No file slipped out of measurement",
  question: "Is every file that was measured at the last promotion, and still counts as source, measured now?",
  motivation:
    "Leaving the badly tested file out of the report is the cheapest way to raise a share. " +
    "When many files leave at once, by deletion or by a narrower configuration, somebody should look.",
  remediation:
    "Measure the file again. For files that were rightly deleted or excluded, nothing is to be done but to know it.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    "file-lost": "A file that was measured at the last promotion counts as source and is measured by no report now.",
    "many-gone": "A larger share of the files than allowed is neither measured nor source any more.",
    "baseline-silent": "The last promotion judged by this check left no list of files.",
  },
  params: { maxGonePercent: 10 },
};
