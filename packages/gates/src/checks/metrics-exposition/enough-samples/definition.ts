import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "enough-samples",
  title: "The page says something",
  question: "Does every scrape have samples, of as many families as wanted, and was it read whole?",
  motivation:
    "An empty page breaks no rule, so every other check would pass it. A page that is larger than what is " +
    "read is judged by its beginning only.",
  remediation:
    "Look whether the address is that of the metrics and whether the program registers them. A page that " +
    "is too large needs fewer series.",
  effort: "low",
  sections: ["N", "H"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "no-samples": "A scrape has no sample at all.",
    "too-few": "A scrape has fewer samples or families than wanted.",
    "cut-short": "A page or a line was too large and was not read whole.",
    "families-untold": "The families that are listed do not hold the samples of a scrape.",
  },
  params: { samplesMin: 1, familiesMin: 1 },
};
