import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "refused-as-stated",
  title: "Each rule refuses for its reason",
  question: "Did each rule that was tried refuse, and for its own reason?",
  motivation:
    "A refusal for another reason is an accident: the rule itself was never reached, and the day the " +
    "accident is repaired the way is open.",
  remediation: "Compare what was attempted with what came back, and look which check was asked first.",
  effort: "high",
  sections: ["G", "P"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "let-through": "A rule let through what it must refuse.",
    "other-reason": "A rule refused for another reason than its own.",
  },
  params: { letThrough: ["SUCCEEDED", "ALLOW", "READY", "RUNNING", "started", "accepted"] },
};
