import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "none-lost",
  title: "No exception was taken out",
  question: "Is every exception that the last promotion knew still there, and what was resolved still resolved?",
  motivation:
    "A register is worth something because nothing leaves it. Records are resolved, never removed; one that is gone took its owner and its end with it.",
  remediation:
    "Restore the record from the history of the repository; `holdpoint coverage exceptions resolve` ends an exception.",
  effort: "low",
  sections: ["A", "Y"],
  needs: [KIND.coverageExceptions],
  baseline: "required",
  reasons: {
    "exception-lost": "A record of an exception that the last promotion knew is gone.",
    "resolution-lost": "An exception that was resolved at the last promotion is open again.",
    "baseline-silent": "The last promotion judged this and left no record of its exceptions.",
  },
  params: {},
};
