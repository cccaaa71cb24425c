import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "wanted-families",
  title: "What must be there is there",
  question: "Does the last scrape have the families that the configuration wants?",
  motivation:
    "An exporter that lost a collector still writes a sound page. Alerts on what it no longer writes " +
    "never fire again, and nobody is told.",
  remediation:
    "Look whether the collector is still registered and the name unchanged; take out of `wanted` what is " +
    "gone on purpose.",
  effort: "low",
  sections: ["N", "H"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "family-absent": "A wanted family is not in the last scrape, or has no sample there.",
  },
  params: { families: [] },
};
