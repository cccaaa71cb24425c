import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "failures-within",
  title: "Hardly any request failed",
  question: "Is the share of failed requests in every run within the limit?",
  motivation:
    "Refusals are fast. Without this a service that answers 503 in a millisecond has the best percentiles of all.",
  remediation:
    "Look at the kinds of failure: timeouts and resets are the target's, failed checks are answers that " +
    "were not as wanted.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "too-many-failed": "A larger share of the requests failed than may.",
    "nothing-ended": "No request ended, so that there is no share.",
  },
  params: { maxFailedPercent: 1 },
};
