import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "none-unforeseen",
  title: "No error is unforeseen",
  question: "Did nothing come out as an internal error?",
  motivation:
    "An internal error is one that nobody thought of: nobody knows whether anything was done, and the " +
    "hint can only be to report it.",
  remediation:
    "Send what is named again and look into the log under the correlation id; give the case its own " +
    "registered error.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "internal-error": "A provocation came out as HP-INTERNAL or with status 500.",
  },
  params: {},
};
