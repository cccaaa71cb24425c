import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "abort-stops",
  title: "An abort stops the run",
  question: "Is nothing more started once a run was aborted?",
  motivation: "Whoever presses stop has seen something go wrong.",
  remediation: "Ask for the abort before each start, not once per page.",
  effort: "medium",
  sections: ["V"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "nothing-left": "Everything was started before the abort, which shows nothing.",
    "went-on": "More were started after the abort.",
    "not-aborted": "The run does not say that it was aborted.",
  },
  params: { inFlightMax: 1 },
};
