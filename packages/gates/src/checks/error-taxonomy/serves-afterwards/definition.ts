import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "serves-afterwards",
  title: "The gateway serves after all of it",
  question: "Is the gateway live, ready and able to do an honest action when everything was provoked?",
  motivation: "An error that leaves a lock, a slot or a socket behind is a way to stop the gateway from outside.",
  remediation: "Look at `/readyz` and its reasons after the drill; find the provocation after which it changed.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "not-live": "The gateway does not answer any more.",
    "not-ready": "The gateway answers and is not ready.",
    "honest-action-failed": "An action that must succeed did not.",
  },
  params: {},
};
