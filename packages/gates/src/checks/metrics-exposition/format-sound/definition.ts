import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "format-sound",
  title: "The text keeps to its format",
  question: "Does every scrape keep to the format that it is written in?",
  motivation:
    "Prometheus drops a whole scrape for one line that it cannot read, and other readers guess. Then the " +
    "metrics are missing when they are needed, and nothing else is broken.",
  remediation:
    "Look at the named lines. Writers that are made by hand go wrong at escapes, at the line feed of the " +
    "last line, and where families are written in pieces.",
  effort: "low",
  sections: ["N", "C"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "format-broken": "A scrape breaks the text format 0.0.4 or OpenMetrics 1.0 at a named place.",
    "none-listed": "Problems were found, and none of them is listed.",
  },
  params: {},
};
