import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-effects",
  title: "Nothing happened",
  question: "Did the target count no effect at all for what was refused?",
  motivation: "A refusal that comes after the effect is a message, not a hold point.",
  remediation:
    "The effect was caused before the rule was asked, or beside it. Find the way that leads around the rule.",
  effort: "high",
  sections: ["P"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "effect-happened": "Something that was refused had an effect.",
    "effects-not-counted": "For a rule with a target nobody counted its effects.",
  },
  params: { effectPrecedes: ["output-drift", "receipt-signing-failure"], withoutTarget: ["start"] },
};
