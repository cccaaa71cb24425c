import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "run-valid",
  title: "Every load run is valid",
  question: "Did the generator do what was asked of it, so that the run's figures are worth something?",
  motivation:
    "A generator that came too late, sent too little or stood still has measured itself. Such a run " +
    "neither passes nor fails.",
  remediation:
    "Look at the reasons: give the generator more processor, more workers or connections, or ask for " +
    "less; make the run again.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "run-invalid": "A run says of itself that its figures are worth nothing.",
    "reason-unsaid": "A run is invalid and does not say why, or valid with a reason against it.",
  },
  params: {},
};
