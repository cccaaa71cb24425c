import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "one-probe-at-a-time",
  title: "One probe at a time",
  question: "Is exactly one call let through when the breaker tries the upstream again, however many wait?",
  motivation: "An upstream that just came back is knocked down again by everybody who waited for it.",
  remediation: "The half-open state needs one permit, taken by compare and set.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "too-few-submissions": "Too few submissions to tell one probe from all.",
    "no-probe": "The upstream was not tried at all.",
    "several-probes": "More than one probe was out at once.",
    "others-unaccounted": "Not everybody else was refused.",
  },
  params: {},
};
