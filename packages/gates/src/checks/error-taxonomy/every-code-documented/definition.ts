import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-code-documented",
  title: "The page and the registry name the same codes",
  question: "Is every registered code documented, and every documented one registered?",
  motivation:
    "People look an error up by its code. What is not on the page cannot be looked up; what is only on " +
    "the page misleads.",
  remediation: "Run `npm run fix`, which generates the page out of the registry.",
  effort: "low",
  sections: ["T"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "page-absent": "There is no page of errors.",
    undocumented: "A registered code is not on the page.",
    "documented-unregistered": "The page names a code that is not registered.",
  },
  params: {},
};
