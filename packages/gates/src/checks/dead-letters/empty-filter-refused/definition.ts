import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "empty-filter-refused",
  title: "An empty filter replays nothing",
  question: "Is every filter that selects nothing in particular refused, with its own code?",
  motivation: '"Replay everything" is the most expensive slip of a tired hand.',
  remediation: "Refuse before planning: a filter needs at least one member with a value.",
  effort: "medium",
  sections: ["V"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    accepted: "An empty filter was accepted.",
    "other-reason": "An empty filter was refused for another reason.",
  },
  params: {},
};
