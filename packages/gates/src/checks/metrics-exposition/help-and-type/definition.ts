import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "help-and-type",
  title: "Every family says what it is",
  question: "Does every family have HELP and TYPE?",
  motivation:
    "Without a TYPE nothing can be computed rightly, and a histogram is three unrelated numbers. Without " +
    "HELP only who wrote it knows what it counts.",
  remediation:
    "Declare the metric with its type and a sentence. For what another program writes, name the family in " +
    "`except`.",
  effort: "low",
  sections: ["N", "T"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "no-type": "A family has no TYPE.",
    "no-help": "A family has no HELP, or an empty one.",
    "list-cut": "Exceptions stand in a list of problems that was cut, so others may not be listed.",
    "entry-unused": "An entry of `except` names no family that needs it.",
  },
  params: { except: [] },
};
