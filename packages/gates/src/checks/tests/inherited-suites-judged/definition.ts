import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "inherited-suites-judged",
  title: "No suite left the judgement",
  question: "Is every suite that was judged at the last promotion judged now, with about as many tests?",
  motivation:
    "Taking a suite out of the judgement shrinks what a green verdict means without a single failing test. " +
    "So does a suite that suddenly finds only half of its tests.",
  remediation: "Put the suite back with `judged: true`, or record a waiver that says why its tests no longer count.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "required",
  reasons: {
    "suite-gone": "A suite that was judged at the last promotion has no results now.",
    "suite-shrunk": "A suite has lost a larger share of its tests than allowed.",
    "baseline-silent": "The last promotion left no list of the suites that were judged.",
  },
  params: { maxLossPercent: 20 },
};
