import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "decisions-replay",
  title: "Recorded KPIs give the same decisions again",
  question: "Does replaying the recorded values through the rules and guards give the decisions that were recorded?",
  motivation:
    "A decision that cannot be derived from what was recorded depends on something that nobody wrote down: a " +
    "clock, chance, a hand.",
  remediation:
    "The reason names the first iteration, rule and parameter that differ, as `holdpoint soak verify` does. Run " +
    "the soak again, and leave its record to it.",
  effort: "medium",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    differs: "Replaying the record gives other decisions.",
  },
  params: {},
};
