import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "run-recorded",
  title: "Everything of this run is in the log",
  question: "Has every piece of evidence and every gate result of this run its record?",
  motivation: "Evidence that is in no record can be dropped or exchanged afterwards, and nobody will miss it.",
  remediation:
    "Run again; if it happens twice it is a defect of Holdpoint, and the run's folder is the evidence of it.",
  effort: "low",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: {
    unrecorded: "Something of this run has no record.",
    "nothing-recorded": "The log holds nothing of this run.",
  },
  params: {},
};
