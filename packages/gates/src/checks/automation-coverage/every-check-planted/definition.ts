import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-check-planted",
  title: "Every check has planted violations",
  question: "Did the selftest plant at least one violation of its own for every check of the profile?",
  motivation: "A check that was never shown a violation may be one that cannot fail. Such a check is a defect.",
  remediation: "Write a plant for every reason that the check declares, in its `plants.ts`.",
  effort: "medium",
  sections: ["S", "A"],
  needs: [KIND.plan, KIND.selftest],
  baseline: "none",
  reasons: {
    "check-unplanted": "The selftest planted no violation of its own for a check.",
    "check-not-tested": "The selftest does not know a check of the profile.",
  },
  params: {},
};
