import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "soft-floors-dated",
  title: "Soft floors become hard soon",
  question: "Does every floor that only warns hold from a day that is near, and is no critical component soft?",
  motivation:
    "A floor that warns for years is no floor. Grace has a day on which it ends, and the day is near enough that " +
    "whoever granted it is still there.",
  remediation: "Bring `advisoryUntil` nearer, or delete it once its day has come: the floor holds from then on.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "too-far": "A floor warns for longer than grace may last.",
    "grace-over": "The day until which a floor was soft has come, and it is still written there.",
    "soft-critical": "A critical component asks for grace, which it does not have.",
  },
  params: { components: [], contexts: [], maxDays: 90 },
};
