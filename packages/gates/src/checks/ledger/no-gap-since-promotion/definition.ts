import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-gap-since-promotion",
  title: "No gap since the last promotion",
  question: "Does the log hold the last promotion and every record since?",
  motivation:
    "What happened between two promotions, the holds above all, must not be lost. " +
    "A log that starts over after a promotion has forgotten what it was told.",
  remediation: "Restore the ledger from its copy, or import the promotion's governance record into the new one.",
  effort: "high",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "required",
  reasons: {
    "promotion-not-in-log": "The log has no record of the last promotion.",
    gap: "Records since the last promotion are not contiguous.",
    "beyond-the-end": "The last promotion is recorded beyond the end of the log.",
  },
  params: {},
};
