import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "accounts-agree",
  title: "What is told agrees with what happened",
  question: "Do the breaker's metrics tell the calls, failures and openings that the upstream saw?",
  motivation: "A breaker that reports other numbers than it acts on cannot be tuned.",
  remediation: "Look at `GET /v1/breakers/metrics` and `/metrics` beside the upstream's own count.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-told": "A figure is not told at all.",
    differs: "A figure is told otherwise than it was seen.",
  },
  params: {},
};
