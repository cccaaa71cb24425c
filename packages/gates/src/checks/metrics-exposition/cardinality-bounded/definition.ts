import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "cardinality-bounded",
  title: "The number of series is bounded",
  question: "Do no family and no page have more series than allowed?",
  motivation:
    "Each label value is a series of its own. An identifier in a label grows without end until the server " +
    "that stores it falls over, and takes the metrics of everybody else along.",
  remediation:
    "Take identifiers, paths with numbers and free texts out of labels; put them into logs and traces. " +
    "Count what is over a bound as one series.",
  effort: "medium",
  sections: ["N", "K"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "family-too-wide": "A family has more series than allowed.",
    "too-many-series": "A page has more series than allowed.",
  },
  params: { familySeriesMax: 1000, seriesMax: 10000 },
};
