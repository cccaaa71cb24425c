import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "calls-answered-as-documented",
  title: "Answers have documented statuses",
  question: "Is every status that was answered one that the OpenAPI document names for that operation?",
  motivation: "A client written from the document must not meet a status that the document does not know.",
  remediation: "Add the response to the route's schema, or answer with one of those that are there.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "status-undocumented": "An answer has a status that its operation does not document.",
  },
  params: {},
};
