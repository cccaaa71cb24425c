import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "queue-bounded",
  title: "Nothing piles up below the limit",
  question: "Do no more arrivals wait for a connection than a moment's worth, as long as the target holds?",
  motivation:
    "A queue that grows while the response time still looks fine is the limit already: it only has not been felt.",
  remediation:
    "Open more connections if the generator has too few; else the target answers slower than requests come in.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "queue-grows": "More arrivals waited than may, below the rate at which the target gave way.",
  },
  params: { maxQueuedMs: 1000, limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
