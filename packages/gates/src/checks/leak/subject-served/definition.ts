import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "subject-served",
  title: "The subject did work while it was looked at",
  question: "Did every subject answer enough requests while its resources were read?",
  motivation: "A process that does nothing leaks nothing. Ten quiet minutes prove as little as none.",
  remediation:
    "Put load on the subject for as long as its resources are read, or lower `requestsMin` for a service that has " +
    "few.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: {
    "too-few-requests": "A subject answered fewer requests than are needed to show anything.",
    idle: "A subject answered nothing.",
  },
  params: { requestsMin: 1000 },
};
