import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "letters-survive-restart",
  title: "Letters survive a kill",
  question: "Is every letter the same after SIGKILL and a start on the same data?",
  motivation: "Letters are needed most when the gateway itself went down.",
  remediation: "Compare `GET /v1/dead-letters` before and after: letters have to be read from the store.",
  effort: "medium",
  sections: ["V"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "no-letters": "There was no letter before the restart, which shows nothing.",
    lost: "Letters are gone.",
    changed: "Letters differ.",
  },
  params: {},
};
