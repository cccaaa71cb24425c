import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "successes-succeed",
  title: "What must be granted is granted",
  question: "Did every call that the drill may make succeed?",
  motivation: "A refusal where a success is due is an outage for whoever asks, however well it is worded.",
  remediation: "Read the named call's code; the drill's steps say what was sent.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    refused: "A call that must succeed was refused.",
  },
  params: {},
};
