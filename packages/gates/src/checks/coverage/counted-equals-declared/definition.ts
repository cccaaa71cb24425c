import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "counted-equals-declared",
  title: "Reports count what they declare",
  question: "Do the totals that a report declares equal the records that it lists?",
  motivation:
    "A summary can say 2 of 2 while every record has zero hits, and most readers believe the summary. " +
    "Here the records count, and a summary that disagrees is told.",
  remediation: "Write the report again with one tool in one version; a report that was merged by hand often disagrees.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "declares-more": "A report declares more covered than its records show.",
    "declares-other": "A report declares other totals than its records show.",
  },
  params: {},
};
