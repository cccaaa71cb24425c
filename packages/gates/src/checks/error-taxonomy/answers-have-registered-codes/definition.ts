import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "answers-have-registered-codes",
  title: "Every error has a registered code",
  question: "Does everything that was refused carry a code of the registry?",
  motivation:
    "A code is what programs branch on. One that is in no registry has no documentation, no exit code and " +
    "no promise.",
  remediation: "Throw a registered error at the place that is named, or register the code.",
  effort: "medium",
  sections: ["F", "G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "no-code": "Something that must be an error came back without a code.",
    "code-unregistered": "A code came back that the registry does not have.",
  },
  params: {},
};
