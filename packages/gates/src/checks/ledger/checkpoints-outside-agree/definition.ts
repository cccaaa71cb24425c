import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "checkpoints-outside-agree",
  title: "Checkpoints outside the store agree with it",
  question: "Are there checkpoints outside the store, and is each one consistent with the log?",
  motivation:
    "A history that was replaced as a whole verifies perfectly. It does not fit the checkpoints that others kept.",
  remediation: "Compare the named checkpoint with the log: one of the two is not the history that was signed.",
  effort: "high",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: {
    disagrees: "A checkpoint outside the store is not of this log's history.",
    "none-outside": "There is no checkpoint outside the store.",
  },
  params: {},
};
