import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "statuses-documented",
  title: "The OpenAPI document names every status",
  question: "Is every status that came out named for its operation in the OpenAPI document that the gateway serves?",
  motivation:
    "Clients are generated from that document. A status that it does not name is one that they have no " +
    "branch for.",
  remediation: "Add the response to the route where the status comes out; the document is generated from the routes.",
  effort: "low",
  sections: ["F", "T"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "operation-undocumented": "An operation that answers is not in the document.",
    "status-undocumented": "An operation answered with a status that the document does not name for it.",
  },
  params: {},
};
