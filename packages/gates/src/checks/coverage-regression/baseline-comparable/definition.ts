import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "baseline-comparable",
  title: "Coverage can be compared with the last promotion",
  question: "Did the same instruments measure mostly the same files at the last promotion?",
  motivation:
    "One run of the same tests is 33 % for one instrumenter and 86 % for another. Figures of other instruments or of " +
    "another set of files are no baseline.",
  remediation:
    "Measure as at the last promotion. For one promotion after a change of the instrumenter, of the format or of the " +
    "files say `otherInstrument: accept`.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    "other-instrument": "Another instrumenter or format measured then, so that the figures cannot be compared.",
    "other-files": "Too few of the files that were measured then are measured now.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: { otherInstrument: "refuse", minCommonPercent: 50 },
};
