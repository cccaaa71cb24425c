import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "total-not-fallen",
  title: "Coverage did not fall since the last promotion",
  question: "Is every share that was measured at the last promotion still reached, within the tolerance?",
  motivation:
    "Coverage erodes one release at a time. Taking covered code away lowers the share as well and harms nobody, " +
    "so a fall holds only when more is uncovered than before; and a project that grows at the same share still leaves " +
    "more and more uncovered, which is counted too.",
  remediation:
    "Cover the listed lines. `maxMoreUncovered` says by metric how much more may be uncovered, whatever the share.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    fell: "A share fell by more than the tolerance, and more is uncovered than at the last promotion.",
    "share-fell": "A share fell by more than the tolerance, though no more is uncovered than at the last promotion.",
    "too-many-more": "More is uncovered than at the last promotion, beyond what the profile allows.",
    "more-uncovered":
      "More is uncovered than at the last promotion, by more than the tolerance of what was measured then.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: { tolerancePoints: 2, maxMoreUncovered: {} },
};
