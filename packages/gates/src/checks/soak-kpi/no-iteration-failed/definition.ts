import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-iteration-failed",
  title: "No iteration failed",
  question: "Did the target give a summary in every iteration?",
  motivation:
    "The iteration in which the target crashed is the one worth looking at; left out of the averages, it makes " +
    "them better.",
  remediation: "Read the iteration's problem and what the target wrote.",
  effort: "medium",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "iteration-failed": "The target failed in an iteration.",
    "tuning-failed": "The target's configuration could not be read or written in an iteration.",
    "without-summary": "An iteration has no summary, and nobody says why.",
  },
  params: {},
};
