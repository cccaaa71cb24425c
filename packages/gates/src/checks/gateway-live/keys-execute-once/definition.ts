import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "keys-execute-once",
  title: "A repeated key executes once",
  question:
    "Does an idempotency key that is sent again give the same action and no second effect, and another body a 409?",
  motivation:
    "In an ancestor the same key ran the executor twice. A client that has to guess whether its request arrived will send it again.",
  remediation: "Look the named key up: it has to be taken in the same commit that makes the action.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "repeated-too-little": "A key was sent only once, which shows nothing.",
    "executed-again": "A key had more than one effect.",
    "not-executed": "A key had no effect.",
    "several-actions": "A key made more than one action.",
    "other-body-accepted": "A key with another body was not answered 409.",
  },
  params: {},
};
