import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-route-called",
  title: "Every route was called",
  question: "Was each operation of the gateway's own OpenAPI document called with success and refused at least once?",
  motivation:
    "A route that nobody calls can be broken for months. The list comes from the running gateway, so a new route cannot be forgotten.",
  remediation:
    "Let the drill `gateway-live` call the named operation; take routes that do not exist any more out of the drill.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "never-succeeded": "An operation was never called with success.",
    "never-refused": "No refusal of an operation was seen.",
    "not-listed": "An operation that was called is not in the OpenAPI document.",
  },
  params: {},
};
