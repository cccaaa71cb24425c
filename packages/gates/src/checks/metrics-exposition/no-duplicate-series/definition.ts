import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-duplicate-series",
  title: "Every series is there once",
  question: "Is no series written twice, and no name by two families?",
  motivation:
    "Prometheus refuses a whole scrape in which one series stands twice, and others take the first or the " +
    "last of the two.",
  remediation:
    "Look for a collector that is registered twice, or for two families of which one writes the other's names.",
  effort: "low",
  sections: ["N"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    duplicate: "A series stands twice in one scrape, or two families write samples of one name.",
  },
  params: {},
};
