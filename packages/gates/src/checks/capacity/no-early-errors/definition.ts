import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-early-errors",
  title: "Errors begin only beyond the limit",
  question: "Does hardly any request fail before the target gives way?",
  motivation:
    "A target that refuses a few requests long before it is full drops them for another reason: a pool, a" +
    " lock, a leak of connections.",
  remediation: "Look at the kinds of failure in the windows that are named.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "errors-early": "Requests failed below the rate at which the target gave way.",
  },
  params: { maxFailedPercent: 0.1, limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
