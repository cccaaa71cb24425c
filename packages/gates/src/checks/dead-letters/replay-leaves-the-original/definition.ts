import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "replay-leaves-the-original",
  title: "A replay leaves the original untouched",
  question:
    "Does a replay make one new action, linked to the original with a new trace, and leave the original as it was?",
  motivation: "An ancestor overwrote the letter. What happened must stay what happened; the replay is another event.",
  remediation: "Never write the original action in a replay: link to it.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-one-action": "A replay did not make exactly one new action.",
    "not-linked": "The new action does not name its original.",
    "original-changed": "The original action is not as it was.",
    "same-trace": "The new action goes on with the old trace.",
    "not-replayed": "A letter whose replay succeeded is not replayed.",
  },
  params: {},
};
