import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "rate-held",
  title: "The target holds the rate that is needed, with room above it",
  question: "Is the highest rate held within the limits at least the one that is needed, and more by the headroom?",
  motivation:
    "The rate held is the highest at which response time and failures stayed within the limits for " +
    "`holdS` seconds before the target gave way. Without room above what is needed the first busy day is " +
    "an outage.",
  remediation:
    "Say in `requiredPerS` what the service must hold. Look for what gives way first at the end of the " +
    "climb; add capacity, or shed load earlier.",
  effort: "high",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "rate-unsaid": "The profile does not say which rate is needed.",
    "too-little": "Less is held than is needed.",
    "little-headroom": "What is needed is held, and less than the headroom above it.",
  },
  params: {
    requiredPerS: 0,
    headroomPercent: 20,
    limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 },
  },
};
