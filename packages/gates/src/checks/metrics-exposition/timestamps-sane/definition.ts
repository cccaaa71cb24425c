import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "timestamps-sane",
  title: "Times can be so",
  question: "Are timestamps and the order of the scrapes possible?",
  motivation:
    "A server drops samples from the future and from long ago without a word to the service. Metrics that " +
    "carry a stale timestamp look alive and are not.",
  remediation:
    "Leave timestamps out: the time of the scrape is the right one. Where they are needed, look at the " +
    "clock and at the unit; the classic format has milliseconds, OpenMetrics seconds.",
  effort: "low",
  sections: ["N"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "impossible-time": "A timestamp is ahead of its scrape or more than a day behind it.",
    "out-of-order": "A scrape is older than the one before.",
  },
  params: {},
};
