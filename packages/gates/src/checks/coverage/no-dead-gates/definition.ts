import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-dead-gates",
  title: "Every rule about coverage can fail",
  question:
    "Does every pattern of a component or context fit a measured file, and is every floor near what is reached?",
  motivation:
    "A rule that fits nothing holds nothing, and a floor of 0 or 36 points below the real value never fails. " +
    "Nobody notices until the day when it should have.",
  remediation:
    "Correct a pattern that is misspelled or outlived. Raise a floor to what is reached (`holdpoint coverage ratchet`).",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "rule-matches-nothing": "A pattern of a component or context fits no measured file.",
    "dead-floor": "A floor is 0, or so far below what is reached that it guards nothing.",
  },
  params: { components: [], contexts: [], deadPoints: 20 },
};
