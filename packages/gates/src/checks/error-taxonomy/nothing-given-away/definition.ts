import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "nothing-given-away",
  title: "Errors give nothing away",
  question: "Is every error free of stack traces, paths of the machine and tokens?",
  motivation:
    "What an error shows to a caller it also shows to whoever provokes it on purpose, and to every log on " +
    "the way.",
  remediation: "Say what was wrong with the request; keep where it was noticed for the log.",
  effort: "medium",
  sections: ["G", "P"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "token-leaked": "An error contains a token.",
    "path-leaked": "An error contains a path of the machine.",
    "stack-leaked": "An error contains a stack trace.",
  },
  params: {},
};
