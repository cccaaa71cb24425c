import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "totals-agree",
  title: "Reports list as many tests as they declare",
  question: "Do the totals that a report declares equal what it lists?",
  motivation:
    "A report that was cut off, merged badly or written by a broken reporter declares other totals than it lists. " +
    "Then either some tests are not in it or some verdicts are not right, and nobody knows which.",
  remediation:
    "Let the runner write the report again and look for a crash while it wrote; correct a reporter that counts wrongly.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    "lists-less": "A report declares more tests, failures, errors or skipped tests than it lists.",
    "lists-more": "A report lists more tests, failures, errors or skipped tests than it declares.",
  },
  params: {},
};
