import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-gate-left-artifact",
  title: "Every judged gate left an artifact",
  question: "Does the artifact of every gate of the profile lie on disk?",
  motivation:
    "A gate that leaves nothing behind may have run or not; afterwards nobody can tell. " +
    "The artifact is written also when the gate fails or crashes.",
  remediation: "Look into `reports/audit/` for what is there, check free space and permissions, and run again.",
  effort: "low",
  sections: ["S"],
  needs: [KIND.plan, KIND.artifacts],
  baseline: "none",
  reasons: {
    "artifact-missing": "A gate of the profile left no artifact.",
    "artifact-twice": "A gate left more than one artifact in one run.",
  },
  params: {},
};
