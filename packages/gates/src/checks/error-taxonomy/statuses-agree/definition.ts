import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "statuses-agree",
  title: "The status is the registered one",
  question: "Is every HTTP status the one that is registered for the code, and the one in the document?",
  motivation:
    "Proxies, clients and alarms read the status and nothing else. A refusal with 200 is a success to all " +
    "of them.",
  remediation: "Answer with the status of the registry; a proxy in between may have rewritten it.",
  effort: "low",
  sections: ["F"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "status-other-than-registered": "An answer had a status that is not registered for its code.",
    "status-other-than-body": "A document names another status than the answer had.",
  },
  params: {},
};
