import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "ends-agree",
  title: "Answer, listing and receipt agree",
  question: "Do the answer, the listing and the receipt of every action name the same end?",
  motivation:
    'An ancestor stored a failure, answered ok and wrote "passed" into the trail. All three must come from one transition.',
  remediation:
    "Compare the action, the listing and `GET /v1/receipts/{id}` of the named action: one of them is not made from the stored transition.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "answer-differs": "The answer names another end than the receipt.",
    "listing-differs": "The listing names another end than the receipt.",
  },
  params: {},
};
