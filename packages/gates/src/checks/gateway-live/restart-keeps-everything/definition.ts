import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "restart-keeps-everything",
  title: "A killed gateway forgets nothing",
  question: "After SIGKILL and a start on the same data, is every answer the same, and nothing done twice?",
  motivation: "What was acknowledged must be there after a power cut. What was done must not be done again.",
  remediation: "Compare the named answers; whatever is answered has to be read from what was committed.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "nothing-compared": "Nothing was compared across the restart.",
    "answer-changed": "An answer differs after the restart.",
    "effect-repeated": "Something was done again after the restart.",
    "log-shorter": "The log is shorter after the restart.",
  },
  params: {},
};
