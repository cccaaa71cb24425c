import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "evidence-bound",
  title: "All evidence is of one candidate and one run",
  question:
    "Is every piece of evidence of this candidate and of the same run, and did all that read the same file " +
    "read the same bytes?",
  motivation:
    "Evidence from another commit, another run, or from a file that changed in between makes a verdict about " +
    "a candidate that never existed.",
  remediation: "Run again without changing anything meanwhile; give suites that write the same report different paths.",
  effort: "low",
  sections: ["X", "D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "other-candidate": "Evidence is of another candidate.",
    "several-runs": "Evidence is of several runs.",
    "input-changed": "A file was read twice with different content.",
  },
  params: {},
};
