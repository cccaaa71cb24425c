import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "metrics-agree",
  title: "Metrics agree with what happened",
  question: "Does `/metrics` tell the numbers that the drill counted?",
  motivation: "An alarm on a number that nobody compared with reality is decoration.",
  remediation: "Look where the named metric is counted; it has to be counted where the transition is committed.",
  effort: "medium",
  sections: ["N"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-told": "A number that was counted is not among the metrics.",
    differs: "A metric differs from what was counted.",
  },
  params: {},
};
