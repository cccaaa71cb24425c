import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "plan-changes-nothing",
  title: "A plan changes nothing",
  question: "Does planning a replay count what matches, and leave letters, actions and the upstream alone?",
  motivation: "A plan is looked at to decide. One that acts has decided already.",
  remediation: "A plan may read and nothing else.",
  effort: "medium",
  sections: ["V"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "wrong-count": "A plan counts other letters than those that match.",
    "letters-changed": "Letters differ after the plan.",
    "actions-made": "There are other actions after the plan.",
    "upstream-touched": "The plan called the upstream.",
  },
  params: {},
};
