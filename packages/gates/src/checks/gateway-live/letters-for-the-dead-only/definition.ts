import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "letters-for-the-dead-only",
  title: "A dead letter exactly where an action died",
  question: "Has every dead action one dead letter, and no other action any?",
  motivation: "In an ancestor timeouts and denials never reached the queue: what nobody sees, nobody repeats.",
  remediation:
    "See the named action in `GET /v1/dead-letters`: every way into DEAD has to make the letter in the same commit.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "no-letter": "A dead action has no letter.",
    "letter-too-many": "There is a letter too many.",
  },
  params: {},
};
