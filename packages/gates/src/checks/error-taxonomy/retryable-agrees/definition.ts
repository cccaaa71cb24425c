import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "retryable-agrees",
  title: "Retryable is said, and as registered",
  question: "Does every error say whether trying again helps, and say the same as the registry?",
  motivation:
    "A client that believes `retryable` of an error that can never succeed hammers the gateway; one that " +
    "disbelieves it gives up on work that would have gone through.",
  remediation: "Take the flag from the registry wherever an error is shown.",
  effort: "low",
  sections: ["G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "retryable-unsaid": "An error does not say whether trying again helps.",
    "retryable-differs": "An error says another thing than the registry.",
  },
  params: {},
};
