import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "content-type-matches",
  title: "The answer says what it is",
  question: "Does the answer have the content type of its format, the same in every scrape?",
  motivation:
    "A scraper chooses its reader by the content type. Since version 3 Prometheus refuses an answer " +
    "without one that it knows, so a page that reads well by eye is not read at all.",
  remediation:
    "Answer with `text/plain; version=0.0.4; charset=utf-8` or `application/openmetrics-text; " +
    "version=1.0.0; charset=utf-8`. Store pages with `curl --include`, so that the type is seen.",
  effort: "low",
  sections: ["N", "F"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "type-not-told": "The page was measured and its content type is not known.",
    "wrong-type": "The content type is that of no format of metrics.",
    "format-hidden": "The page ends as OpenMetrics does and does not say that it is.",
    "format-changed": "Scrapes of one service are in different formats.",
  },
  params: {},
};
