import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "series-stay",
  title: "What was there stays there",
  question: "Does every family keep its type, and does no series vanish while the process runs?",
  motivation:
    "A series that goes away ends its graphs and silences its alerts: an alert on a metric that is not " +
    "there never fires. A changed type makes old and new samples incomparable.",
  remediation:
    "Initialise label values at start and keep them. Where it is right that a series goes away, name the " +
    "family in `except`.",
  effort: "low",
  sections: ["N", "H"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "type-changed": "A family has another type than in the scrape before.",
    vanished: "Series went away although the process did not begin anew.",
    "list-cut": "Exceptions stand in a list of problems that was cut, so others may not be listed.",
    "entry-unused": "An entry of `except` names no family that needs it.",
  },
  params: { except: [] },
};
