import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "report-covers-files",
  title: "Every report is about files of the repository",
  question: "Does every coverage report mention tracked files, as many as wanted?",
  motivation: "An upload can be successful and empty. A report about no file of this repository says nothing of it.",
  remediation: "Look at what the instrumenter was told to include, and from which folder it ran.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "report-empty": "A report mentions no file at all.",
    "no-tracked-file": "A report mentions files, and none of them is tracked here.",
    "too-few-files": "A report mentions fewer tracked files than wanted.",
  },
  params: { minFiles: 1 },
};
