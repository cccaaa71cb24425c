import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "replaying-twice-is-once",
  title: "Replaying twice is replaying once",
  question: "Do the same letters, replayed twice, have one effect each?",
  motivation: "Two people on call press the same button. The customer is charged once.",
  remediation: "A letter that is being replayed, or was, has to be skipped by compare and set.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "replayed-once": "The letters were replayed only once, which shows nothing.",
    "effect-repeated": "A letter had more than one effect.",
    "effect-missing": "A letter had no effect.",
    "actions-repeated": "A letter made more than one new action.",
  },
  params: {},
};
