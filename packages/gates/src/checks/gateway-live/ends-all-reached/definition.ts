import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "ends-all-reached",
  title: "Every end was reached for real",
  question: "Was an action brought to each end state, and from an unknown outcome to both of its ends?",
  motivation: "A state that only a unit test has seen is a guess about the shipped program.",
  remediation: "See in the drill's steps where the named action stopped, and why.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-reached": "An action did not end where it was brought to.",
  },
  params: {
    states: ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "DEAD", "SIMULATED", "UNKNOWN>SUCCEEDED", "UNKNOWN>DEAD"],
  },
};
