import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "limit-found",
  title: "The climb found the limit",
  question: "Did every climb go on until the target gave way?",
  motivation:
    "A climb that ends before the target gives way says what it holds at least, and not how it gives way:" +
    " that is what one wants to know before a busy day.",
  remediation: "Let the climb go higher.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "limit-unknown": "The climb ended before the target gave way.",
  },
  params: { limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
