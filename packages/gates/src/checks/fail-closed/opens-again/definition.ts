import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "opens-again",
  title: "Closing is not for ever",
  question: "Is the gateway ready when everything was tried, and does an honest action have exactly one effect?",
  motivation:
    "A gateway that refuses everything closes perfectly and is of no use. What closed for a reason opens " +
    "when the reason is gone.",
  remediation:
    "Look at `/readyz` after the drill, and at what the last rule left behind: a freeze, a full disk, an " +
    "open breaker.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "not-ready": "The gateway is not ready afterwards.",
    "honest-action-failed": "An honest action does not succeed afterwards.",
    "effects-differ": "An honest action had no effect, or more than one.",
  },
  params: {},
};
