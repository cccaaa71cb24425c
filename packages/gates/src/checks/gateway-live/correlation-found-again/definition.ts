import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "correlation-found-again",
  title: "The correlation id is found everywhere",
  question:
    "Is the correlation id, and the trace, of a request found on the answer, in the trail, downstream and in the dead letter?",
  motivation: "Whoever looks for one customer's request at three in the morning has this id and nothing else.",
  remediation: "Pass the caller's context on at the named place.",
  effort: "medium",
  sections: ["N"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "correlation-lost": "A place has not the caller's correlation id.",
    "trace-lost": "A place has not the caller's trace.",
  },
  params: { places: ["answer", "trail", "downstream", "dead-letter"] },
};
