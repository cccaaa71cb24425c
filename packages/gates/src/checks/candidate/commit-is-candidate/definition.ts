import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "commit-is-candidate",
  title: "The work tree is at the candidate's commit",
  question: "Is the commit that was checked out after the suites the one that the verdict is about?",
  motivation:
    "A suite that commits, checks out or pulls makes every result one about other code than the verdict names.",
  remediation: "Find out which step moved HEAD during the run, take it out, and run again.",
  effort: "low",
  sections: ["X", "D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "commit-moved": "HEAD names another commit than the candidate.",
    "tree-differs": "The commit is the same, but its tree is not: objects were replaced.",
  },
  params: {},
};
