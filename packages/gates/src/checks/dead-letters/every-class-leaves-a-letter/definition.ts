import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-class-leaves-a-letter",
  title: "Every failure class leaves one letter",
  question: "Did an action die of each failure class, and leave exactly one letter?",
  motivation:
    "In an ancestor timeouts and denials never reached the queue, and an open circuit was forbidden there: the very class that an outage produces.",
  remediation:
    "Every way into DEAD has to make the letter in the same commit; see the drill's steps for the named class.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-dead": "An action that must die did not.",
    "no-letter": "A dead action left no letter.",
    "several-letters": "A dead action left more than one letter.",
  },
  params: {
    classes: [
      "circuit_open",
      "connection_bootstrap",
      "execution_error",
      "backpressure",
      "timeout",
      "validation_failed",
      "policy_denied",
      "unknown",
    ],
  },
};
