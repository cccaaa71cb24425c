import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "selftest-caught-all",
  title: "The selftest caught every violation",
  question: "Did every check catch every violation planted in it, for the stated reason?",
  motivation: "A violation that a check lets through in the selftest is one that it lets through in a release.",
  remediation: "Run `holdpoint selftest`; repair the check that missed, never the plant.",
  effort: "medium",
  sections: ["S"],
  needs: [KIND.selftest],
  baseline: "none",
  reasons: {
    missed: "A check did not catch a violation planted in it.",
    "count-disagrees": "The selftest counts more violations than it caught and does not name which.",
    "too-few": "Fewer violations were planted than the profile asks for.",
  },
  params: { minPlanted: 60 },
};
