import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "origin-stable",
  title: "It is the same log",
  question: "Has the log the origin that it had at the last promotion?",
  motivation: "Checkpoints are kept by origin. Under another name nobody compares the new history with the old one.",
  remediation: "Use the old origin again; if the log was moved on purpose, tell those who keep its checkpoints.",
  effort: "low",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "required",
  reasons: {
    "origin-changed": "The log has another origin than at the last promotion.",
    "baseline-silent": "The last promotion does not say which log recorded it.",
  },
  params: {},
};
