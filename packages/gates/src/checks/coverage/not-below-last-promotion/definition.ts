import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "not-below-last-promotion",
  title: "Coverage did not fall since the last promotion",
  question: "Is every share that was measured at the last promotion still reached, within the tolerance?",
  motivation:
    "Coverage erodes one release at a time. Taking covered code away lowers the share as well and harms nobody, " +
    "so a fall holds only when more is uncovered than before.",
  remediation:
    "Cover the listed lines. After a change of the instrumenter or of the reports the figures cannot be compared: " +
    "say `otherInstrument: accept` for one promotion.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    fell: "A share fell by more than the tolerance, and more is uncovered than at the last promotion.",
    "share-fell": "A share fell by more than the tolerance, though no more is uncovered than at the last promotion.",
    "metric-gone": "A share that was measured at the last promotion is not measured now.",
    "not-comparable": "Other reports or another instrumenter measured then, so that the figures cannot be compared.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: { tolerancePoints: 2, otherInstrument: "refuse" },
};
