import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "exclusions-not-widened",
  title: "No more is left out than before",
  question: "Does everything that was measured at the last promotion, and is still there, count as source still?",
  motivation:
    "A pattern more in `exclude`, or a comment that tells the instrumenter to look away, raises the share without a " +
    "single test. Uncovered code is what one is tempted to leave out.",
  remediation:
    "Take the pattern or the comment out again. What is rightly given up is waived once, or raised in `maxLines`.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverage, KIND.changes],
  baseline: "required",
  reasons: {
    "files-excluded": "Files that were measured then are still there and no longer count as source.",
    "lines-left-out": "More unchanged lines than allowed were uncovered then and are no longer measured.",
    "other-base": "The candidate's changes are not counted from the last promotion.",
    "baseline-silent": "The last promotion judged by this check left no list of files.",
  },
  params: { maxLines: 0 },
};
