import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "anchored",
  title: "The log is anchored to its end",
  question: "Does a checkpoint outside the store vouch for every record?",
  motivation:
    "Whoever can write the store can cut off its tail and sign the rest. Only a checkpoint that lies elsewhere shows it.",
  remediation:
    "Records beyond the last checkpoint: run again, so that one is written. Fewer records than a checkpoint names: " +
    "the tail is gone; restore it from a copy before anything is appended.",
  effort: "medium",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: {
    "not-anchored": "The newest records have no checkpoint outside the store.",
    "tail-cut": "A checkpoint outside the store vouches for more records than there are.",
  },
  params: {},
};
