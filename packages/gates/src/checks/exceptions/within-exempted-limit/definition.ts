import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "within-exempted-limit",
  title: "No more is exempted than allowed",
  question: "Do all open exceptions together stay within the limits of lines, share and number?",
  motivation:
    "Each exception was reasonable when it was decided. Together they can be a project without floors; a limit keeps that from happening one row at a time.",
  remediation:
    "Cover some of the exempted lines and resolve their exceptions, or raise the limit in the profile where everybody sees it.",
  effort: "medium",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions, KIND.coverage],
  baseline: "none",
  reasons: {
    "too-many-lines": "More uncovered lines are exempted than allowed.",
    "too-large-share": "A larger share of a metric is exempted than allowed.",
    "too-many-exceptions": "There are more open exceptions than allowed.",
  },
  params: { maxExemptedLines: 500, maxExemptedPercent: 5, maxExceptions: 50 },
};
