import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "thresholds-not-loosened",
  title: "No parameter of a check was changed",
  question: "Has every check that judged the last promotion the same parameters now?",
  motivation:
    "A threshold that sinks with the figure that it guards guards nothing. Which direction is looser depends on the " +
    "parameter, so every change of one is shown and must be signed.",
  remediation:
    "Put the old value back, or record a waiver that says why the new one is right; the next promotion inherits it.",
  effort: "low",
  sections: ["S", "A"],
  needs: [KIND.plan],
  baseline: "required",
  reasons: {
    "parameter-changed": "A parameter has another value than at the last promotion.",
    "parameter-gone": "A parameter of the last promotion no longer exists.",
    "baseline-silent": "The last promotion does not say with which parameters it was judged.",
  },
  params: {},
};
