import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "gates-not-dropped",
  title: "No gate or check was dropped",
  question: "Is every gate and check that judged the last promotion still there, and still blocking if it was?",
  motivation:
    "A bar is lowered most easily by taking it away. Dropping a gate or a check, or making a blocking gate advisory, " +
    "is a decision that somebody must sign.",
  remediation: "Put it back, or record a waiver that says why it is no longer needed.",
  effort: "low",
  sections: ["S", "A"],
  needs: [KIND.plan],
  baseline: "required",
  reasons: {
    "gate-dropped": "A gate that judged the last promotion is not in the profile now, or does not exist.",
    "check-dropped": "A check that judged the last promotion does not exist now.",
    "now-advisory": "A gate that was blocking at the last promotion is advisory now.",
    "baseline-silent": "The last promotion does not say which gates judged it.",
  },
  params: {},
};
